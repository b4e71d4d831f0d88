package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What vendor and distributor do with an order until it is decided (wire-format §6.3). */
class OrderActionsIT extends OrderTest {

  private String request;
  private String path;

  @BeforeEach
  void anOrderThatIsPending() {
    World.parameter(
        vendor, product, "asset", "ordering", "domain", "\"required\": true, \"max_length\": 12");
    World.parameter(vendor, product, "asset", "ordering", "comment", "");
    request =
        distributor
            .api()
            .post(
                "/requests",
                order("u-1")
                    .replaceFirst(
                        "\"items\"",
                        "\"params\": [{\"id\": \"domain\", \"value\": \"a.example\"}], \"items\""))
            .expect(201)
            .at("id");
    path = "/requests/" + request;
  }

  @Test
  void theVendorAsksForMoreAndIsAnswered() {
    vendor
        .api()
        .put(path, filled("\"id\": \"domain\", \"value_error\": \"It is taken.\""))
        .expect(200);
    Api.Answer asked = vendor.api().post(path + "/inquire", "{}").expect(200);
    assertThat(asked.at("status")).isEqualTo("inquiring");
    assertThat(asked.at("template.name")).isEqualTo("Default Subscription Inquiry Template");
    assertThat(asked.at("asset.params.0.value_error")).isEqualTo("It is taken.");
    assertThat(asked.at("asset.status")).isEqualTo("processing");
    Api.Answer answered =
        distributor
            .api()
            .put(path, filled("\"id\": \"domain\", \"value\": \"b.example\""))
            .expect(200);
    assertThat(answered.at("asset.params.0.value_error")).as("a new value clears it").isEmpty();
    Api.Answer pending = distributor.api().post(path + "/pend").expect(200);
    assertThat(pending.at("status")).isEqualTo("pending");
    assertThat(pending.json().has("template")).isFalse();
    Api.Answer approved = vendor.api().post(path + "/approve").expect(200);
    assertThat(approved.at("template.name")).isEqualTo("Default Subscription Activation Template");
    assertThat(approved.at("template.message")).startsWith("# Your subscription is ready");
    assertThat(events(request))
        .containsExactly(
            "fulfillment_request.created",
            "fulfillment_request.changed",
            "fulfillment_request.inquiring",
            "fulfillment_request.changed",
            "fulfillment_request.pending",
            "fulfillment_request.approved");
    assertThat(
            distributor
                .api()
                .get("/conversations/" + request + "/messages?type=state_change")
                .expect(200)
                .json())
        .hasSize(4);
  }

  @Test
  void whoMayMoveAnOrderWhenIsTold() {
    distributor.api().post(path + "/inquire", "{}").expect(403);
    Api.Answer early = distributor.api().post(path + "/pend").expect(400);
    assertThat(early.at("error_code")).isEqualTo("REQ_001");
    assertThat(early.json().path("allowed").toString())
        .isEqualTo("[\"inquire\",\"approve\",\"fail\",\"schedule\"]");
    vendor.api().post(path + "/inquire").expect(200);
    vendor.api().post(path + "/inquire").expect(400);
    vendor.api().post(path + "/approve").expect(400);
    world.ops().api().post(path + "/pend").expect(403);
    vendor.api().post(path + "/pend", "{}").expect(200);
    vendor.api().post(path + "/inquire", "").expect(200);
    assertThat(
            distributor
                .api()
                .post(path + "/fail", "{\"reason\": \"The customer left.\"}")
                .expect(200)
                .at("asset.status"))
        .isEqualTo("terminated");
  }

  @Test
  void anApprovalShowsATemplateOfTheProduct() {
    String own = template("fulfillment", "Yours is {{ domain }}, {{ nobody }}.");
    String foreign = template("inquire", "Which domain?");
    for (String wrong :
        List.of(foreign, templateOf(world.soldProduct(vendor, true, distributor, hub)))) {
      Api.Answer refused =
          vendor
              .api()
              .post(path + "/approve", "{\"template_id\": \"%s\"}".formatted(wrong))
              .expect(400);
      assertThat(refused.at("violations.0.pointer")).isEqualTo("/template_id");
      assertThat(refused.at("detail")).contains(product, wrong, "scope asset and type fulfillment");
    }
    assertThat(
            vendor
                .api()
                .post(path + "/approve", "{\"template_id\": \"X\"}")
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/template_id");
    assertThat(
            vendor
                .api()
                .post(path + "/inquire", "{\"template_id\": \"%s\"}".formatted(own))
                .expect(400)
                .at("detail"))
        .contains("type inquire");
    Api.Answer inquiring =
        vendor
            .api()
            .post(path + "/inquire", "{\"template_id\": \"%s\"}".formatted(foreign))
            .expect(200);
    assertThat(inquiring.at("template.id")).isEqualTo(foreign);
    assertThat(inquiring.at("template.message")).isEmpty();
    assertThat(vendor.api().get("/requests?template.id=" + foreign).expect(200).ids())
        .containsExactly(request);
    vendor.api().post(path + "/pend").expect(200);
    Api.Answer approved =
        vendor
            .api()
            .post(path + "/approve", "{\"template_id\": \"%s\"}".formatted(own))
            .expect(200);
    assertThat(approved.at("template.id")).isEqualTo(own);
    assertThat(approved.at("template.message")).isEqualTo("Yours is a.example, .");
  }

  @Test
  void olderVendorsSendATextOfTheirOwn() {
    Api.Answer approved =
        vendor.api().post(path + "/approve", "{\"activation_tile\": \"# Hello\"}").expect(200);
    assertThat(approved.json().path("template").toString()).isEqualTo("{\"message\":\"# Hello\"}");
  }

  @Test
  void theVendorAssignsItsOwnUsers() {
    Api.Answer assigned = vendor.api().post(path + "/assign").expect(200);
    assertThat(assigned.at("assignee.id")).startsWith("SU-");
    assertThat(assigned.at("assignee.name")).isNotEmpty();
    assertThat(vendor.api().post(path + "/assign", "{}").expect(200).text())
        .isEqualTo(assigned.text());
    for (String filter : List.of("assignee.id=", "assignee=", "assignee__id=")) {
      assertThat(
              vendor
                  .api()
                  .get("/requests?" + filter + assigned.at("assignee.id"))
                  .expect(200)
                  .ids())
          .containsExactly(request);
    }
    assertThat(vendor.api().get("/requests?unassigned=true").expect(200).ids()).isEmpty();
    assertThat(
            vendor
                .api()
                .post(path + "/assign", "{\"email\": \"nobody@example.com\"}")
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/email");
    assertThat(vendor.api().post(path + "/unassign").expect(200).json().has("assignee")).isFalse();
    for (Company other : List.of(distributor, world.ops())) {
      other.api().post(path + "/assign").expect(403);
      other.api().post(path + "/unassign").expect(403);
    }
    vendor.api().post(path + "/fail", "{\"reason\": \"No.\"}").expect(200);
    assertThat(vendor.api().post(path + "/assign").expect(400).at("error_code"))
        .isEqualTo("REQ_001");
    assertThat(events(request))
        .containsExactly(
            "fulfillment_request.created",
            "fulfillment_request.changed",
            "fulfillment_request.changed",
            "fulfillment_request.failed");
  }

  /** They are made anew when somebody draws another key beside this test. */
  private static String butForLinks(Api.Answer answer) {
    return answer.text().replaceAll("/forms/[^\"]*", "/forms/");
  }

  @Test
  void valuesAreTriedWhileTheyAreAskedFor() {
    assertThat(
            validated(distributor, "\"id\": \"domain\", \"value\": \"x\"").expect(400).at("detail"))
        .contains("the distributor may change them while it is draft or inquiring");
    vendor.api().post(path + "/inquire").expect(200);
    Api.Answer tried =
        distributor
            .api()
            .post(
                path + "/validate",
                """
                {"asset": {"params": [{"id": "domain", "value": "much-too-long.example"},
                  {"id": "comment", "value": "Soon, please."}]}}
                """)
            .expect(200);
    assertThat(tried.at("status")).isEqualTo("inquiring");
    assertThat(tried.at("asset.params.0.value")).as("stays as it was").isEqualTo("a.example");
    assertThat(tried.at("asset.params.0.value_error")).contains("12");
    assertThat(tried.at("asset.params.1.value")).isEqualTo("Soon, please.");
    assertThat(tried.at("asset.params.1.value_error")).isEmpty();
    assertThat(
            validated(distributor, "\"id\": \"domian\", \"value\": \"x\"")
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/asset/params/0/id");
    assertThat(butForLinks(distributor.api().post(path + "/validate", "{}").expect(200)))
        .isEqualTo(butForLinks(tried));
    validated(vendor, "\"id\": \"domain\", \"value\": \"x\"").expect(403);
    world.ops().api().post(path + "/validate", "{}").expect(403);
  }

  @Test
  void foreignOrdersCannotBeTouched() {
    for (Company stranger : List.of(world.distributor(), world.vendor())) {
      for (String action : List.of("inquire", "pend", "assign", "unassign", "validate")) {
        stranger.api().post(path + "/" + action, "{}").expect(404);
      }
    }
    assertThat(events(request)).containsExactly("fulfillment_request.created");
  }

  private Api.Answer validated(Company who, String param) {
    return who.api().post(path + "/validate", filled(param));
  }

  private static String filled(String param) {
    return "{\"asset\": {\"params\": [{%s}]}}".formatted(param);
  }

  private String template(String type, String body) {
    return vendor
        .api()
        .post(
            "/products/" + product + "/templates",
            "{\"name\": \"Ours\", \"scope\": \"asset\", \"type\": \"%s\", \"body\": \"%s\"}"
                .formatted(type, body))
        .expect(201)
        .at("id");
  }

  private String templateOf(String otherProduct) {
    return vendor
        .api()
        .get("/products/" + otherProduct + "/templates?scope=asset&type=fulfillment")
        .expect(200)
        .at("0.id");
  }
}
