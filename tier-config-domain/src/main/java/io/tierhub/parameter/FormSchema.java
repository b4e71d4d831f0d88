package io.tierhub.parameter;

import io.tierhub.parameter.Constraints.Dependency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter set as a JSON Schema (2020-12), with which a portal can draw a form and check it
 * before it sends anything. It describes an object with one member for each parameter that is
 * filled in: a text, or the object of a structured type. What the language cannot say is said in
 * members that begin with {@code x-}.
 */
public final class FormSchema {

  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";

  private final ParameterSet set;
  private final List<ParameterDefinition> asked;

  private FormSchema(ParameterSet set, List<ParameterPhase> phases) {
    this.set = set;
    this.asked = set.definitions().stream().filter(d -> phases.contains(d.phase())).toList();
  }

  /**
   * @param id where the schema itself is found
   */
  public static Map<String, Object> of(String id, ParameterSet set, List<ParameterPhase> phases) {
    return new FormSchema(set, phases).whole(id);
  }

  private Map<String, Object> whole(String id) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Object> required = new ArrayList<>();
    List<Object> conditions = new ArrayList<>();
    List<Object> layout = new ArrayList<>();
    int order = 0;
    for (ParameterDefinition definition : asked) {
      Map<String, Object> property = described(definition, ++order);
      if (!definition.type().holdsValue()) {
        layout.add(property);
        continue;
      }
      property.putAll(TypeSchemas.of(definition));
      properties.put(definition.name(), property);
      Optional<Dependency> dependency = dependency(definition);
      if (dependency.isPresent()) {
        conditions.add(condition(definition, dependency.get()));
      } else {
        property.putAll(presence(definition.constraints()));
        if (definition.constraints().required()) {
          required.add(definition.name());
          property.putAll(TypeSchemas.filled(definition));
        }
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.put("title", "Parameters of %s, %s".formatted(set.product(), set.scope().wire()));
    schema.put("type", "object");
    schema.put(PROPERTIES, properties);
    schema.put(REQUIRED, required);
    schema.put("additionalProperties", false);
    if (!conditions.isEmpty()) {
      schema.put("allOf", conditions);
    }
    schema.put("x-layout", layout);
    return schema;
  }

  /** What people see of it. */
  private static Map<String, Object> described(ParameterDefinition definition, int order) {
    Constraints constraints = definition.constraints();
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("title", definition.title());
    putIfGiven(property, "description", definition.description());
    property.put("x-name", definition.name());
    property.put("x-type", definition.type().wire());
    property.put("x-phase", definition.phase().wire());
    property.put("x-order", order);
    putIfGiven(property, "x-hint", definition.hint());
    putIfGiven(property, "x-placeholder", definition.placeholder());
    putIfGiven(property, "x-level", constraints.level());
    putIfGiven(property, "x-content", constraints.displayContent());
    if (constraints.unique()) {
      property.put("x-unique", true);
    }
    return property;
  }

  private static void putIfGiven(
      Map<String, Object> property, String name, @Nullable Object value) {
    if (value != null) {
      property.put(name, value);
    }
  }

  private static Map<String, Object> presence(Constraints constraints) {
    Map<String, Object> presence = new LinkedHashMap<>();
    if (constraints.readonly()) {
      presence.put("readOnly", true);
    }
    if (constraints.hidden()) {
      presence.put("x-hidden", true);
    }
    return presence;
  }

  /** Its dependency, if the other parameter is in the form too. */
  private Optional<Dependency> dependency(ParameterDefinition definition) {
    return Optional.ofNullable(definition.constraints().dependency())
        .filter(on -> asked.stream().anyMatch(d -> d.name().equals(on.parameter())));
  }

  private Map<String, Object> condition(ParameterDefinition definition, Dependency on) {
    Constraints own = definition.constraints();
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("if", met(on));
    condition.put("then", demanded(definition, own.whileDependencyIsMet()));
    condition.put("else", demanded(definition, own));
    return condition;
  }

  private Map<String, Object> met(Dependency on) {
    boolean isTicked =
        set.named(on.parameter()).filter(d -> d.type() == ParameterType.CHECKBOX).isPresent();
    Map<String, Object> other =
        isTicked ? TypeSchemas.anyTicked(on.values()) : Map.of("enum", on.values());
    Map<String, Object> met = new LinkedHashMap<>();
    met.put(PROPERTIES, Map.of(on.parameter(), other));
    met.put(REQUIRED, List.of(on.parameter()));
    return met;
  }

  private static Map<String, Object> demanded(
      ParameterDefinition definition, Constraints constraints) {
    Map<String, Object> property = presence(constraints);
    Map<String, Object> demanded = new LinkedHashMap<>();
    if (constraints.required()) {
      property.putAll(TypeSchemas.filled(definition));
      demanded.put(REQUIRED, List.of(definition.name()));
    }
    if (!property.isEmpty()) {
      demanded.put(PROPERTIES, Map.of(definition.name(), property));
    }
    return demanded;
  }
}
