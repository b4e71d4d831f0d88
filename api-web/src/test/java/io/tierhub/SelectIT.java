package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code select(…)} leaves members out and shows hidden ones (wire-format §1.4). */
class SelectIT extends TierTest {

  private String order;

  @BeforeEach
  void anOrderThatWaits() {
    order = orderOf(customer);
  }

  private JsonNode first(String path) {
    return vendor.api().get(path).expect(200).json().get(0);
  }

  private static List<String> names(JsonNode object) {
    return new ArrayList<>(object.propertyNames());
  }

  @Test
  void whatIsLeftOutIsLeftOutAndNothingElse() {
    JsonNode whole = first("/requests");
    JsonNode less = first("/requests?select(-asset.params,-asset.items,-tier_configurations)");
    ((ObjectNode) whole.path("asset")).remove(List.of("params", "items"));
    ((ObjectNode) whole).remove("tier_configurations");
    assertThat(less.toString()).as("in the same order too").isEqualTo(whole.toString());
    assertThat(names(first("/requests?select=-asset,-tier_configurations")))
        .doesNotContain("asset", "tier_configurations")
        .contains("id", "type", "status");
  }

  @Test
  void anObjectIsThereIfItIsThereWhateverIsLeftOutOfIt() {
    JsonNode request = first("/tier/config-requests?configuration.tier_level=2");
    assertThat(request.path("configuration").path("open_request").has("id")).isTrue();
    JsonNode less =
        first(
            "/tier/config-requests?configuration.tier_level=2"
                + "&select(-configuration.open_request.id,-configuration.template.representation)");
    assertThat(names(less.path("configuration").path("open_request")))
        .containsExactly("type", "status");
    assertThat(less.path("configuration").has("template")).as("there is none").isFalse();
  }

  @Test
  void hiddenMembersAreShownWhenTheyAreAskedFor() {
    assertThat(first("/tier/configs").path("product").has("capabilities")).isFalse();
    assertThat(
            first("/tier/configs?select(product.capabilities)")
                .at("/product/capabilities/tiers/configs/level")
                .asInt())
        .isEqualTo(2);
    assertThat(
            first("/tier/config-requests?select(configuration.product.capabilities)")
                .at("/configuration/product/capabilities/tiers/configs/level")
                .asInt())
        .isEqualTo(2);
    assertThat(first("/assets").has("pending_request")).isFalse();
    JsonNode pending = first("/assets?select(pending_request,template)").path("pending_request");
    assertThat(pending.path("id").asString()).isEqualTo(order);
    assertThat(pending.path("type").asString()).isEqualTo("purchase");
    assertThat(pending.path("status").asString()).isEqualTo("tiers_setup");
  }

  @Test
  void theTemplateOfAnAssetIsWhatWasApprovedLast() {
    setUp(top, 2);
    setUp(reseller, 1);
    Api.Answer approved = vendor.api().post("/requests/" + order + "/approve").expect(200);
    JsonNode asset = first("/assets?select(pending_request,template)");
    assertThat(asset.has("pending_request")).isFalse();
    for (String member : List.of("id", "name", "message")) {
      assertThat(asset.path("template").path(member).asString())
          .isEqualTo(approved.at("template." + member));
    }
    String template = approved.at("template.id");
    assertThat(vendor.api().get("/assets?template.id=" + template).expect(200).ids()).hasSize(1);
    assertThat(vendor.api().get("/assets?template.id=TL-1").expect(200).ids()).isEmpty();
  }

  @Test
  void whatIsShownAnywayMayBeAskedFor() {
    Map.of(
            "/tier/config-requests",
            "configuration,configuration.configuration,configuration.params,tiers",
            "/tier/configs",
            "configuration",
            "/tier/accounts",
            "contact_info,tax_id,version")
        .forEach((list, members) ->
            assertThat(vendor.api().get(list + "?select(" + members + ")").expect(200).text())
                .isEqualTo(vendor.api().get(list).expect(200).text()));
  }

  @Test
  void membersThatThereAreNotAreNamedAllAtOnce() {
    Api.Answer refused =
        vendor.api().get("/requests?select(-asset.parms,nothing)&status=pending").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("VAL_002");
    assertThat(refused.json().path("errors").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(
            "Bad select filter: asset.parms. There is no such member at position 9; did you mean"
                + " 'asset.params'?",
            "Bad select filter: nothing. There is no such member at position 21.");
  }

  @Test
  void whatIsLeftOutCanStillBeFilteredAndOrderedBy() {
    assertThat(
            vendor
                .api()
                .get("/requests?select(-status,-created)&status=tiers_setup&ordering(-created)")
                .expect(200)
                .ids())
        .containsExactly(order);
  }
}
