package io.tierhub.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.ApprovedFile;
import io.tierhub.web.openapi.ApiDescription.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The description is complete, valid, and the one that was committed. */
class OpenApiDocumentIT extends OpenApiTest {

  private static final Pattern REF = Pattern.compile("\"\\$ref\":\"#(/[^\"]+)\"");

  @Test
  void theCommittedDescriptionIsTheServersOwn() {
    String yaml = pages().get("/openapi.yaml").expect(200).text();
    assertThat(yaml).doesNotContain("127.0.0.1").doesNotContain("localhost").contains("- url: /\n");
    new ApprovedFile("docs/openapi.yaml").requireSame(yaml);
  }

  @Test
  void everyOperationSaysWhatItIsAndForWhom() {
    Set<String> onPages = new HashSet<>();
    for (String user : List.of("portal", "vendor", "ops")) {
      description(user).calls().forEach(call -> onPages.add(call.toString()));
    }
    Set<String> names = new HashSet<>();
    List<String> faults = new ArrayList<>();
    for (Call call : description("all").calls()) {
      JsonNode operation = call.operation();
      for (String member : List.of("summary", "description", "operationId")) {
        if (operation.path(member).asString("").isBlank()) {
          faults.add(call + " has no " + member);
        }
      }
      if (operation.path("tags").size() != 1) {
        faults.add(call + " has not one tag");
      }
      if (!names.add(operation.path("operationId").asString())) {
        faults.add(call + " has the operationId of another");
      }
      if (!onPages.contains(call.toString())) {
        faults.add(call + " is on no user's page: add @Users");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyTagIsDescribed() {
    assertThat(description("all").root().path("tags").valueStream())
        .isNotEmpty()
        .allMatch(tag -> !tag.path("description").asString("").isBlank());
    Set<String> used = new HashSet<>();
    description("all").calls().forEach(call -> used.add(call.operation().at("/tags/0").asString()));
    assertThat(
            description("all")
                .root()
                .path("tags")
                .valueStream()
                .map(t -> t.path("name").asString()))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void everyExampleIsValid() {
    ApiDescription all = description("all");
    List<String> faults = new ArrayList<>();
    for (Call call : all.calls()) {
      JsonNode request = call.operation().path("requestBody");
      if (!request.isMissingNode()) {
        check(all, call + " request", request, faults);
      }
      call.operation()
          .path("responses")
          .properties()
          .forEach(response -> {
            if (!response.getKey().equals("204")) {
              check(all, call + " " + response.getKey(), response.getValue(), faults);
            }
          });
      for (JsonNode parameter : call.operation().path("parameters")) {
        if (parameter.path("required").asBoolean()
            && !parameter.has("example")
            && !parameter.path("schema").has("example")) {
          faults.add(call + " has no example of " + parameter.path("name").asString());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static void check(ApiDescription all, String what, JsonNode body, List<String> faults) {
    JsonNode schema = all.schema(body);
    if (schema.isMissingNode()) {
      faults.add(what + " has no schema");
      return;
    }
    if (all.examples(body).findAny().isEmpty()) {
      faults.add(what + " has no example");
    }
    all.examples(body)
        .forEach(example ->
            all.faults(schema, example.getValue())
                .forEach(fault -> faults.add(what + ", " + example.getKey() + ": " + fault)));
  }

  @Test
  void everyOperationTellsHowItRefuses() {
    for (Call call : description("all").calls()) {
      Set<String> statuses = Set.copyOf(call.operation().path("responses").propertyNames());
      assertThat(statuses).as(call.toString()).contains("429", "503");
      boolean needsNone =
          call.operation().has("security") && call.operation().path("security").isEmpty();
      assertThat(statuses.contains("401")).as(call.toString()).isNotEqualTo(needsNone);
      if (call.path().contains("{")) {
        assertThat(statuses).as(call.toString()).contains("404");
      }
      if (!call.method().equals("get")) {
        assertThat(statuses).as(call.toString()).contains("403");
      }
    }
  }

  @Test
  void everyWriteTellsThatItCanBeRehearsed() {
    for (Call call : description("all").calls()) {
      assertThat(
              call.operation()
                  .path("parameters")
                  .valueStream()
                  .filter(parameter ->
                      parameter.path("$ref").asString("").endsWith("/parameters/DryRun")))
          .as(call.toString())
          .hasSize(call.method().equals("get") ? 0 : 1);
    }
  }

  @Test
  void everyPostAndPutTellsThatItMayBeRepeated() {
    for (Call call : description("all").calls()) {
      boolean keyed = Set.of("post", "put").contains(call.method());
      assertThat(
              call.operation()
                  .path("parameters")
                  .valueStream()
                  .map(parameter -> parameter.path("$ref").asString("")))
          .as(call.toString())
          .areExactly(
              keyed ? 1 : 0, new Condition<>(ref -> ref.endsWith("/IdempotencyKey"), "the key"));
      JsonNode responses = call.operation().path("responses");
      assertThat(responses.has("422")).as(call.toString()).isEqualTo(keyed);
      if (keyed) {
        assertThat(responses.has("409")).as(call.toString()).isTrue();
        assertThat(responses.properties())
            .as(call.toString())
            .anyMatch(response ->
                response.getKey().startsWith("2")
                    && response.getValue().path("headers").has("Idempotency-Replayed"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal", "vendor", "ops", "all"})
  void everyReferenceLeadsSomewhere(String group) {
    ApiDescription description = description(group);
    Matcher refs = REF.matcher(description.root().toString());
    Set<String> dangling = new HashSet<>();
    while (refs.find()) {
      if (description.root().at(refs.group(1)).isMissingNode()) {
        dangling.add(refs.group(1));
      }
    }
    assertThat(dangling).isEmpty();
  }
}
