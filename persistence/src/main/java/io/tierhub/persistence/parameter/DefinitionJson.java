package io.tierhub.persistence.parameter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.Constraints.Dependency;
import io.tierhub.parameter.Constraints.Sharing;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterPhase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Definitions as the wire writes them, which is also how the columns keep them. */
@Component
class DefinitionJson {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  String text(Map<String, Object> tree) {
    return json.writeValueAsString(tree);
  }

  Map<String, Object> object(String text) {
    return json.readValue(text, OBJECT);
  }

  /** With what a definition of its type and phase always says, be it that there is none. */
  String constraints(ParameterDefinition definition) {
    return constraintsNode(definition).toString();
  }

  private ObjectNode constraintsNode(ParameterDefinition definition) {
    Constraints of = definition.constraints();
    Dependency on = of.dependency();
    ObjectNode all =
        json.valueToTree(
            new Kept(
                of.required(),
                of.hidden(),
                of.unique(),
                of.readonly(),
                definition.phase() == ParameterPhase.FULFILLMENT ? of.reconciliation() : null,
                null,
                of.minLength(),
                of.maxLength(),
                definition.type().hasChoices() ? choices(of.choices()) : null,
                of.level(),
                of.displayContent(),
                on == null
                    ? null
                    : new KeptDependency(
                        new Named(on.parameter()),
                        on.values(),
                        on.required(),
                        on.hidden(),
                        on.readonly())));
    if (definition.phase() == ParameterPhase.CONFIGURATION) {
      Sharing shared = of.shared();
      all.put("shared", shared == null ? null : shared.name().toLowerCase(Locale.ROOT));
    }
    return all;
  }

  private static List<KeptChoice> choices(List<Choice> choices) {
    return choices.stream()
        .map(c -> new KeptChoice(c.value(), c.label(), c.byDefault() ? true : null))
        .toList();
  }

  Constraints constraints(String text) {
    Kept kept = json.readValue(text, Kept.class);
    KeptDependency on = kept.dependency();
    return new Constraints(
        isOn(kept.required()),
        isOn(kept.hidden()),
        isOn(kept.unique()),
        isOn(kept.readonly()),
        isOn(kept.reconciliation()),
        kept.shared() == null ? null : Sharing.valueOf(kept.shared().toUpperCase(Locale.ROOT)),
        kept.minLength(),
        kept.maxLength(),
        Objects.requireNonNullElse(kept.choices(), List.<KeptChoice>of()).stream()
            .map(c -> new Choice(c.value(), c.label(), isOn(c.byDefault())))
            .toList(),
        on == null
            ? null
            : new Dependency(
                on.parameter().name(), on.values(), on.required(), on.hidden(), on.readonly()),
        kept.level(),
        kept.displayContent());
  }

  private static boolean isOn(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  /** What the params of assets and tier configurations say besides their values. */
  String definitions(List<ParameterDefinition> definitions) {
    return json.writeValueAsString(definitions.stream().map(this::definition).toList());
  }

  private Shown definition(ParameterDefinition of) {
    return new Shown(
        of.name(),
        of.title(),
        Objects.requireNonNullElse(of.description(), ""),
        of.type().wire(),
        of.scope().wire(),
        of.phase().wire(),
        of.hint(),
        of.placeholder(),
        of.constraints().choices().stream().map(c -> new Offer(c.value(), c.label())).toList(),
        constraintsNode(of));
  }

  private record Kept(
      @Nullable Boolean required,
      @Nullable Boolean hidden,
      @Nullable Boolean unique,
      @Nullable Boolean readonly,
      @Nullable Boolean reconciliation,
      @Nullable String shared,
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      @Nullable List<KeptChoice> choices,
      @Nullable String level,
      @Nullable String displayContent,
      @Nullable KeptDependency dependency) {}

  private record KeptChoice(
      String value, String label, @JsonProperty("default") @Nullable Boolean byDefault) {}

  private record KeptDependency(
      Named parameter,
      List<String> values,
      @Nullable Boolean required,
      @Nullable Boolean hidden,
      @Nullable Boolean readonly) {}

  private record Named(String name) {}

  private record Shown(
      String id,
      String title,
      String description,
      String type,
      String scope,
      String phase,
      @Nullable String hint,
      @Nullable String placeholder,
      List<Offer> valueChoices,
      ObjectNode constraints) {}

  private record Offer(String value, String label) {}
}
