package io.tierhub.web.parameter;

import static io.tierhub.parameter.ParameterPhase.FULFILLMENT;
import static io.tierhub.parameter.ParameterPhase.ORDERING;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Faults;
import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.Constraints.Dependency;
import io.tierhub.parameter.FormSchema;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.parameter.ValueRules;
import jakarta.validation.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the schema finds valid is what the rules find valid. */
class FormSchemaTest {

  private static final ProductId PRODUCT = new ProductId("PRD-111-222-333");
  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final List<Choice> CHOICES =
      List.of(new Choice("a.com", "A", true), new Choice("b.com", "B", false));

  /** Of each type some that are right and some that are wrong; never what is empty. */
  private static final Map<ParameterType, List<Object>> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put(ParameterType.TEXT, List.of("x", "four", "😀😀", "seven77", "x".repeat(10_001)));
    VALUES.put(ParameterType.PASSWORD, List.of("x", "four", "seven77", "x".repeat(1001)));
    VALUES.put(ParameterType.DROPDOWN, List.of("a.com", "b.com", "A.com", "c"));
    VALUES.put(ParameterType.CHOICE, List.of("a.com", "b.com", "c.com"));
    VALUES.put(ParameterType.EMAIL, List.of("ada@example.com", "ada", "@b.com", "a b@c.com"));
    VALUES.put(
        ParameterType.URL,
        List.of("https://a.com", "HTTP://a.com/b?c", "ftp://a.com", "a.com", "https:///b"));
    VALUES.put(ParameterType.DOMAIN, List.of("a.com", "b.a.co.uk", "a", "a..com", "https://a.com"));
    VALUES.put(
        ParameterType.SUBDOMAIN, List.of("x.a.com", "y.x.B.com", "a.com", "x.c.com", ".a.com"));
    VALUES.put(
        ParameterType.CHECKBOX,
        List.of(
            Map.of("a.com", true),
            Map.of("a.com", true, "b.com", false),
            Map.of("a.com", false),
            Map.of("c.com", true),
            Map.of("a.com", "yes")));
    VALUES.put(
        ParameterType.ADDRESS,
        List.of(
            Map.of("address_line1", "1 Road", "city", "Bern", "country", "CH"),
            Map.of("address_line1", "1 Road", "city", "Bern", "country", "ch", "state", "BE"),
            Map.of("address_line1", "1 Road", "city", "Bern", "country", "Swiss"),
            Map.of("address_line1", " ", "city", "Bern", "country", "CH"),
            Map.of("city", "Bern"),
            Map.of("address_line1", "x".repeat(256), "city", "Bern", "country", "CH")));
    VALUES.put(
        ParameterType.PHONE,
        List.of(
            Map.of("country_code", "+34", "phone_number", "932011234"),
            Map.of("phone_number", "932011234", "extension", "7"),
            Map.of("country_code", "Spain", "phone_number", "932011234"),
            Map.of("country_code", "+34", "phone_number", "call me"),
            Map.of("phone_number", "1".repeat(26))));
    VALUES.put(
        ParameterType.OBJECT, List.of(Map.of("a", List.of(1, true)), Map.of("b", Map.of("c", 1))));
  }

  private final ValueRules rules =
      new ValueRules(new LibraryFormats(Validation.buildDefaultValidatorFactory().getValidator()));

  private static ParameterSet set(ParameterDefinition... definitions) {
    return new ParameterSet(PRODUCT, ParameterScope.TIER1, List.of(definitions));
  }

  private static ParameterDefinition definition(
      int number, String name, ParameterType type, Constraints constraints) {
    return ParameterDefinition.of(PRODUCT, number, name, type, ParameterScope.TIER1, ORDERING)
        .with(constraints);
  }

  private static Map<String, Object> schema(ParameterSet set, ParameterPhase... phases) {
    return FormSchema.of("/schema", set, List.of(phases));
  }

  private static List<Error> schemaFaults(ParameterSet set, Map<String, Object> form) {
    Schema schema = SCHEMAS.getSchema(JSON.writeValueAsString(schema(set, ORDERING)));
    return schema.validate(
        JSON.writeValueAsString(form),
        InputFormat.JSON,
        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private boolean rulesAccept(ParameterSet set, Map<String, Object> form) {
    Faults faults = new Faults();
    ParameterValues after = rules.applyByVendor(set, ParameterValues.NONE, submitted(form), faults);
    return faults.isEmpty() && set.missing(after, ORDERING).isEmpty();
  }

  @SuppressWarnings("unchecked") // The values above are texts or objects.
  private static List<SubmittedValue> submitted(Map<String, Object> form) {
    List<SubmittedValue> submitted = new ArrayList<>();
    form.forEach((name, value) ->
        submitted.add(
            value instanceof String text
                ? SubmittedValue.of(name, text, "/" + name)
                : SubmittedValue.structured(name, (Map<String, Object>) value, "/" + name)));
    return submitted;
  }

  private void agree(ParameterSet set, Map<String, Object> form) {
    List<Error> faults = schemaFaults(set, form);
    assertThat(faults.isEmpty())
        .as(
            "%s by %s: the schema finds %s",
            form, JSON.writeValueAsString(schema(set, ORDERING)), faults)
        .isEqualTo(rulesAccept(set, form));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HEADING", "CONTENT"})
  void ofEachTypeTheSameIsValid(ParameterType type) {
    for (boolean required : new boolean[] {false, true}) {
      Constraints constraints =
          fitting(type, required ? Constraints.NONE.asRequired() : Constraints.NONE);
      ParameterSet set = set(definition(1, "p", type, constraints));
      agree(set, Map.of());
      agree(set, Map.of("other", "x"));
      VALUES.values().stream()
          .flatMap(List::stream)
          .filter(value -> type.isStructured() != value instanceof String)
          .forEach(value -> agree(set, Map.of("p", value)));
    }
  }

  private static Constraints fitting(ParameterType type, Constraints constraints) {
    Constraints fitting = type.hasChoices() ? constraints.among(CHOICES) : constraints;
    return type.hasLength() ? fitting.ofLength(2, 6) : fitting;
  }

  @Test
  void ofRandomFormsTheSameIsValid() {
    Random random = new Random(20261125);
    List<ParameterType> types = List.copyOf(VALUES.keySet());
    int valid = 0;
    for (int i = 0; i < 1500; i++) {
      List<ParameterDefinition> definitions = new ArrayList<>();
      Map<String, Object> form = new LinkedHashMap<>();
      for (int n = 1; n <= 1 + random.nextInt(4); n++) {
        ParameterType type = types.get(random.nextInt(types.size()));
        Constraints constraints =
            fitting(type, random.nextBoolean() ? Constraints.NONE.asRequired() : Constraints.NONE);
        if (n > 1 && random.nextInt(3) == 0) {
          constraints = constraints.dependingOn(dependency(definitions.getFirst(), random));
        }
        definitions.add(definition(n, "p" + n, type, constraints));
        if (random.nextInt(4) != 0) {
          List<Object> values = VALUES.get(type);
          // Mostly the first, which is right, lest nearly all forms are wrong.
          int which = random.nextInt(3) == 0 ? random.nextInt(values.size()) : 0;
          form.put("p" + n, values.get(which));
        }
      }
      ParameterSet set = set(definitions.toArray(ParameterDefinition[]::new));
      agree(set, form);
      valid += rulesAccept(set, form) ? 1 : 0;
    }
    assertThat(valid).as("the forms are neither all right nor all wrong").isBetween(200, 1300);
  }

  private static Dependency dependency(ParameterDefinition on, Random random) {
    List<String> values =
        on.type().hasChoices() ? List.of("a.com") : List.of("four", "ada@example.com", "a.com");
    return new Dependency(on.name(), values, random.nextBoolean(), random.nextBoolean(), null);
  }

  @Test
  void theSchemaDrawsTheForm() {
    ParameterDefinition title = definition(1, "title", ParameterType.HEADING, Constraints.NONE);
    ParameterDefinition secret =
        definition(2, "secret", ParameterType.PASSWORD, Constraints.NONE.asRequired().asReadonly());
    ParameterDefinition size =
        definition(3, "size", ParameterType.DROPDOWN, Constraints.NONE.among(CHOICES).asHidden());
    ParameterDefinition tenant =
        ParameterDefinition.of(
            PRODUCT, 4, "tenant", ParameterType.TEXT, ParameterScope.TIER1, FULFILLMENT);
    ParameterSet set = set(title, secret, size, tenant);
    JsonNode all = JSON.valueToTree(schema(set, ORDERING, FULFILLMENT));
    assertThat(all.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(all.path("required")).hasToString("[\"secret\"]");
    assertThat(all.path("properties").propertyNames()).containsExactly("secret", "size", "tenant");
    assertThat(all.path("x-layout").path(0).path("x-name").asString()).isEqualTo("title");
    assertThat(all.path("x-layout").path(0).path("x-order").asInt()).isEqualTo(1);
    JsonNode password = all.path("properties").path("secret");
    assertThat(password.path("writeOnly").asBoolean()).isTrue();
    assertThat(password.path("readOnly").asBoolean()).isTrue();
    assertThat(password.path("x-order").asInt()).isEqualTo(2);
    JsonNode choice = all.path("properties").path("size");
    assertThat(choice.path("oneOf").path(1).path("const").asString()).isEqualTo("b.com");
    assertThat(choice.path("oneOf").path(1).path("title").asString()).isEqualTo("B");
    assertThat(choice.path("default").asString()).isEqualTo("a.com");
    assertThat(choice.path("x-hidden").asBoolean()).isTrue();
    assertThat(
            JSON.<JsonNode>valueToTree(schema(set, FULFILLMENT)).path("properties").propertyNames())
        .containsExactly("tenant");
  }
}
