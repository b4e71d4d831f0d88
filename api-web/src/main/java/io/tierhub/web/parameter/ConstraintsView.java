package io.tierhub.web.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.parameter.Constraints;
import io.tierhub.web.openapi.Seldom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a parameter demands, as it is answered. */
@Schema(name = "ParameterConstraints")
public record ConstraintsView(
    @Schema(example = "true") boolean required,
    @Schema(example = "false") boolean hidden,
    @Schema(example = "false") boolean unique,
    @Schema(example = "false") boolean readonly,
    @Schema(description = "Of fulfillment parameters") @Seldom @Nullable Boolean reconciliation,
    @Schema(
            description = "Of configuration parameters; null for nothing",
            types = {"string", "null"},
            example = "view")
        @Seldom
        @Nullable String shared,
    @Schema(example = "4") @Nullable Integer minLength,
    @Schema(example = "20") @Nullable Integer maxLength,
    @Seldom @Nullable List<ChoiceView> choices,
    @Seldom @Nullable String level,
    @Seldom @Nullable String displayContent,
    @Seldom @Nullable DependencyView dependency,
    @Schema(description = "What the vendor says of this one in one request") @Seldom
        @Nullable Map<String, Object> meta) {

  /**
   * Those of an ordering parameter, in a form.
   *
   * @param meta what the vendor says of it in one request
   */
  public static ConstraintsView of(Constraints of, @Nullable Map<String, Object> meta) {
    Constraints.Dependency on = of.dependency();
    List<ChoiceView> choices =
        of.choices().stream()
            .map(one -> new ChoiceView(one.value(), one.label(), one.byDefault() ? true : null))
            .toList();
    return new ConstraintsView(
        of.required(),
        of.hidden(),
        of.unique(),
        of.readonly(),
        null,
        null,
        of.minLength(),
        of.maxLength(),
        choices.isEmpty() ? null : choices,
        of.level(),
        of.displayContent(),
        on == null
            ? null
            : new DependencyView(
                new DependedOnView(on.parameter()),
                on.values(),
                on.required(),
                on.hidden(),
                on.readonly()),
        meta);
  }

  @Schema(name = "ParameterChoice")
  record ChoiceView(
      @Schema(example = "mail") String value,
      @Schema(example = "By e-mail") String label,
      @JsonProperty("default") @Schema(name = "default") @Nullable Boolean byDefault) {}

  @Schema(name = "ParameterDependency")
  record DependencyView(
      DependedOnView parameter,
      List<String> values,
      @Nullable Boolean required,
      @Nullable Boolean hidden,
      @Nullable Boolean readonly) {}

  @Schema(name = "ParameterDependedOn")
  record DependedOnView(@Schema(example = "invoicing") String name) {}
}
