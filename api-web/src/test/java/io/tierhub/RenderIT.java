package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import org.junit.jupiter.api.Test;

/** What people are shown at each moment, as portals fetch it. */
class RenderIT extends TierTest {

  private String template(String scope, String type, String body) {
    return vendor
        .api()
        .post(
            "/products/" + product + "/templates",
            """
            {"name": "Mine", "scope": "%s", "type": "%s", "position": 1, "body": "%s"}
            """
                .formatted(scope, type, body))
        .expect(201)
        .at("id");
  }

  @Test
  void aTierIsShownWhatItsRequestIsAt() {
    template("tier2", "inquire", "Please [answer]({{activation_form_url}}).");
    template("tier2", "pending", "We have {{tier2_ordering}}.");
    template("tier2", "fulfillment", "You are {{tier2_fulfillment}}.");
    orderOf(customer);
    Api.Answer asked = tierRequestOf(top, 2);
    String request = "/tier/config-requests/" + asked.at("id") + "/render";
    String configuration = "/tier/configs/" + asked.at("configuration.id") + "/render";

    Api.Answer inquiry = distributor.api().get(request).expect(200);
    assertThat(inquiry.header("Content-Type")).isEqualTo("text/markdown;charset=UTF-8");
    assertThat(inquiry.text()).isEqualTo("Please [answer](" + asked.at("activation.link") + ").");
    assertThat(distributor.api().get(configuration).expect(200).text()).isEqualTo(inquiry.text());
    assertThat(vendor.api().get(request).expect(200).text())
        .as("the link is not the vendor's")
        .isEqualTo("Please [answer]().");

    answer(asked.at("id"), "tier2");
    assertThat(vendor.api().get(request).expect(200).text()).isEqualTo("We have asked.");
    approve(asked.at("id"), "tier2");
    assertThat(distributor.api().get(request).expect(200).text()).isEqualTo("You are given.");
    assertThat(distributor.api().get(configuration).expect(200).text()).isEqualTo("You are given.");
    world.distributor().api().get(request).expect(404);
    world.vendor().api().get(configuration).expect(404);
  }

  @Test
  void aCustomerIsShownItsOrderAndThenItsAsset() {
    String simple = world.soldProduct(vendor, false, distributor, hub);
    String order = io.tierhub.support.World.order(distributor, simple, customer);
    String asset =
        "/assets/" + distributor.api().get("/requests/" + order).at("asset.id") + "/render";
    assertThat(distributor.api().get(asset).expect(200).text()).contains("We are working on it");
    vendor.api().post("/requests/" + order + "/approve").expect(200);
    assertThat(distributor.api().get("/requests/" + order + "/render").expect(200).text())
        .contains("Your subscription is ready");
    assertThat(distributor.api().get(asset).expect(200).text())
        .contains("Your subscription is ready");
    world.distributor().api().get(asset).expect(404);
  }

  @Test
  void aVendorTriesATemplate() {
    String id = template("tier2", "fulfillment", "# Hi {{tier2_fulfillment}}\\n<script>x</script>");
    String path = "/products/" + product + "/templates/" + id;
    assertThat(vendor.api().get(path + "/render").expect(200).json().asString())
        .isEqualTo("# Hi The tier2_fulfillment\n<script>x</script>");
    assertThat(vendor.api().get(path + "/preview").expect(200).json().asString())
        .contains("<h1>Hi The tier2_fulfillment</h1>")
        .doesNotContain("script");
    world.vendor().api().get(path + "/preview").expect(404);
    vendor.api().get("/products/" + product + "/templates/TL-000-000-000/render").expect(404);
  }
}
