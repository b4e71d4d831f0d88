package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Errors of values refer to the product's messages. */
class StructuredErrorsIT extends TierTest {

  private String message;
  private String request;

  @BeforeEach
  void aMessageAndAPendingRequest() {
    message =
        vendor
            .api()
            .post(
                "/products/" + product + "/messages",
                "{\"external_id\": \"unknown\", \"value\": \"Nobody knows this.\"}")
            .expect(201)
            .at("id");
    orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    answer(tier2, "tier2");
    request = "/tier/config-requests/" + tier2;
  }

  private Api.Answer find(String error) {
    return vendor
        .api()
        .put(
            request,
            "{\"params\": [{\"id\": \"tier2_ordering\", \"structured_error\": %s}]}"
                .formatted(error));
  }

  private JsonNode shown() {
    return distributor
        .api()
        .get(request)
        .expect(200)
        .json()
        .path("params")
        .valueStream()
        .filter(param -> param.path("id").asString().equals("tier2_ordering"))
        .findFirst()
        .orElseThrow()
        .path("structured_error");
  }

  @Test
  void theMessageIsShownInItsWords() {
    find("{\"message\": {\"external_id\": \"unknown\"}, \"context\": {\"field\": \"vat\"}}")
        .expect(200);
    String expected =
        "{\"message\":{\"id\":\"%s\",\"external_id\":\"unknown\",\"value\":\"Nobody knows this.\"},"
            .formatted(message);
    assertThat(shown()).hasToString(expected + "\"context\":{\"field\":\"vat\"}}");
    find("{\"message\": {\"id\": \"%s\"}}".formatted(message)).expect(200);
    assertThat(shown()).hasToString(expected + "\"context\":{}}");
  }

  @Test
  void theWordsStayWhenTheMessageGoes() {
    find("{\"message\": {\"id\": \"%s\"}}".formatted(message)).expect(200);
    vendor.api().delete("/products/" + product + "/messages/" + message).expect(204);
    assertThat(shown().path("message").path("value").asString()).isEqualTo("Nobody knows this.");
  }

  @Test
  void aMessageThatThereIsNotIsAFault() {
    for (String unknown :
        new String[] {
          "{\"message\": {\"external_id\": \"known\"}}",
          "{\"message\": {\"id\": \"PRDMSG-000-000-000-0001\"}}",
          "{\"message\": {\"id\": \"unknown\"}}"
        }) {
      Api.Answer refused = find(unknown).expect(400);
      assertThat(refused.at("violations.0.pointer"))
          .isEqualTo("/params/0/structured_error/message");
    }
  }
}
