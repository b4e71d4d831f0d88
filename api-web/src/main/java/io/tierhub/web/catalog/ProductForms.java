package io.tierhub.web.catalog;

import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.Product;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Forms;
import io.tierhub.workflow.ManageProducts.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads products out of bodies, and lays bodies over products. */
@Component
class ProductForms {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** As plain as can be: what portals keep here is theirs, member names and nulls included. */
  private final JsonMapper json = new JsonMapper();

  Change read(Body body) {
    return change(body.as(ProductForm.class), Capabilities.NONE);
  }

  /** The members of the body over the product as it is, capabilities member by member. */
  Change merge(Product.Snapshot now, Body body) {
    ProductForm form = Body.merged(form(now), body, ProductForm.class);
    return change(form, now.capabilities());
  }

  private ProductForm form(Product.Snapshot now) {
    Product.Profile profile = now.profile();
    return new ProductForm(
        profile.name(),
        profile.externalId(),
        profile.shortDescription(),
        profile.detailedDescription(),
        json.readValue(profile.customerUiSettings(), OBJECT),
        CapabilitiesForm.of(now.capabilities()));
  }

  /**
   * @param now the capabilities so far, which stay where nothing or null is sent
   */
  private Change change(ProductForm form, Capabilities now) {
    CapabilitiesForm capabilities = form.capabilities();
    return new Change(
        new Product.Profile(
            Forms.given(form.name()),
            Forms.orNone(form.externalId()),
            Forms.orNone(form.shortDescription()),
            Forms.orNone(form.detailedDescription()),
            text(form.customerUiSettings())),
        capabilities == null ? now : capabilities.over(now));
  }

  private String text(@Nullable Map<String, Object> settings) {
    return settings == null ? "{}" : json.writeValueAsString(withoutSecret(settings));
  }

  /** Clients send whole products back; what portals read holds no secrets. */
  private static Map<String, Object> withoutSecret(Map<String, Object> settings) {
    if (!(settings.get("action") instanceof Map<?, ?> action)
        || !action.containsKey("jwt_secret")) {
      return settings;
    }
    Map<Object, Object> kept = new LinkedHashMap<>(action);
    kept.remove("jwt_secret");
    Map<String, Object> without = new LinkedHashMap<>(settings);
    without.put("action", kept);
    return without;
  }
}
