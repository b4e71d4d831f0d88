package io.tierhub.web.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.Constraints.Dependency;
import io.tierhub.parameter.Constraints.Sharing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a parameter demands, as it is sent. */
@Schema(name = "ParameterConstraintsWrite")
record ConstraintsForm(
    @Nullable Boolean required,
    @Schema(description = "Forms pass over it") @Nullable Boolean hidden,
    @Schema(
            description =
                "No two assets, or tier configurations, in one environment may have the same value;"
                    + " not looked at for passwords and for what is an object")
        @Nullable Boolean unique,
    @Schema(description = "Only the vendor changes the value") @Nullable Boolean readonly,
    @Schema(description = "Of fulfillment parameters: the value identifies a subscription")
        @Nullable Boolean reconciliation,
    @Pattern(regexp = "view|edit|", message = "Use view, edit or null.") @Schema(
            description = "Of configuration parameters: what distributors may do with the value",
            allowableValues = {"view", "edit"})
        @Nullable String shared,
    @Schema(description = "Of texts and passwords, in characters") @Nullable Integer minLength,
    @Schema(description = "Of texts and passwords, in characters") @Nullable Integer maxLength,
    @Schema(description = "Of dropdown, choice and checkbox, and the domains of subdomain")
        @Nullable List<@Valid @NotNull(message = "Expected an object.") ChoiceForm> choices,
    @Schema(description = "Of headings") @Nullable String level,
    @Schema(description = "Of contents: the text") @Nullable String displayContent,
    @Schema(description = "Other rules for as long as another parameter has one of these values")
        @Valid @Nullable DependencyForm dependency) {

  static final ConstraintsForm NONE =
      new ConstraintsForm(null, null, null, null, null, null, null, null, null, null, null, null);

  @Schema(
      name = "ParameterChoiceWrite",
      requiredProperties = {"value", "label"})
  record ChoiceForm(
      @Schema(example = "mail") @Nullable String value,
      @Schema(example = "By e-mail") @Nullable String label,
      @JsonProperty("default") @Schema(name = "default") @Nullable Boolean byDefault) {

    static ChoiceForm of(Choice choice) {
      return new ChoiceForm(choice.value(), choice.label(), choice.byDefault());
    }

    Choice toDomain() {
      return new Choice(orEmpty(value), orEmpty(label), isOn(byDefault));
    }
  }

  @Schema(
      name = "ParameterDependencyWrite",
      requiredProperties = {"parameter", "values"})
  record DependencyForm(
      @Valid @NotNull(message = "This field is required.") @Nullable NamedForm parameter,
      @Schema(example = "[\"paper\"]")
          @Nullable List<@NotNull(message = "Expected a text.") String> values,
      @Nullable Boolean required,
      @Nullable Boolean hidden,
      @Nullable Boolean readonly) {

    static DependencyForm of(Dependency on) {
      return new DependencyForm(
          new NamedForm(null, on.parameter()),
          on.values(),
          on.required(),
          on.hidden(),
          on.readonly());
    }

    Dependency toDomain() {
      NamedForm on = Objects.requireNonNull(parameter);
      String name = orEmpty(on.name());
      return new Dependency(
          name.isEmpty() ? orEmpty(on.id()) : name,
          Objects.requireNonNullElse(values, List.of()),
          required,
          hidden,
          readonly);
    }
  }

  @Schema(name = "ParameterNamed", description = "By its name, or by its id")
  record NamedForm(@Nullable String id, @Schema(example = "invoicing") @Nullable String name) {}

  static ConstraintsForm of(Constraints now) {
    Sharing shared = now.shared();
    Dependency on = now.dependency();
    return new ConstraintsForm(
        now.required(),
        now.hidden(),
        now.unique(),
        now.readonly(),
        now.reconciliation(),
        shared == null ? null : shared.name().toLowerCase(Locale.ROOT),
        now.minLength(),
        now.maxLength(),
        now.choices().stream().map(ChoiceForm::of).toList(),
        now.level(),
        now.displayContent(),
        on == null ? null : DependencyForm.of(on));
  }

  Constraints toDomain() {
    return new Constraints(
        isOn(required),
        isOn(hidden),
        isOn(unique),
        isOn(readonly),
        isOn(reconciliation),
        shared == null || shared.isEmpty()
            ? null
            : Sharing.valueOf(shared.toUpperCase(Locale.ROOT)),
        minLength,
        maxLength,
        choices == null ? List.of() : choices.stream().map(ChoiceForm::toDomain).toList(),
        dependency == null ? null : dependency.toDomain(),
        level,
        displayContent);
  }

  private static boolean isOn(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
