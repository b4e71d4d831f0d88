package io.tierhub.web.tierconfigrequest;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierLevel;
import io.tierhub.tierconfigrequest.TierConfigurationRequestType;
import io.tierhub.web.account.TierReference;
import io.tierhub.web.parameter.ParamForms;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Forms;
import io.tierhub.workflow.PlacedTierRequest;
import io.tierhub.workflow.RequestTierConfigurations;
import io.tierhub.workflow.TierSetupOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a new tier configuration request from a body, and raises it. */
@Component
class TierRequestOrders {

  private final RequestTierConfigurations requests;

  TierRequestOrders(RequestTierConfigurations requests) {
    this.requests = requests;
  }

  PlacedTierRequest raise(Actor actor, Body body) {
    TierRequestForm form = body.as(TierRequestForm.class);
    TierRequestForm.ConfigurationForm configuration = Forms.given(form.configuration());
    List<SubmittedValue> values = ParamForms.read(form.params(), "/params");
    String id = Forms.orNone(configuration.id());
    TierConfigurationRequestType type = type(form, id);
    return id == null
        ? requests.setUp(actor, setup(body, form, configuration, values))
        : requests.change(actor, new TierConfigurationId(id), type, values, form.wantsDraft());
  }

  private static TierConfigurationRequestType type(TierRequestForm form, @Nullable String id) {
    String text = Forms.orNone(form.type());
    TierConfigurationRequestType type =
        text == null
            ? id == null ? TierConfigurationRequestType.SETUP : TierConfigurationRequestType.UPDATE
            : TierConfigurationRequestType.ofWire(text).orElseThrow();
    if (type == TierConfigurationRequestType.SETUP && id != null) {
      throw Refused.at(
          Refusal.INVALID,
          "/configuration/id",
          "A setup names product, account and tier_level, not a configuration.");
    }
    if (type != TierConfigurationRequestType.SETUP && id == null) {
      throw Refused.at(
          Refusal.INVALID, "/configuration/id", "An %s names its configuration.".formatted(text));
    }
    return type;
  }

  private static TierSetupOrder setup(
      Body body,
      TierRequestForm form,
      TierRequestForm.ConfigurationForm configuration,
      List<SubmittedValue> values) {
    return new TierSetupOrder(
        new ProductId(Forms.given(Forms.given(configuration.product()).id())),
        connection(configuration.connection()),
        marketplace(configuration.marketplace()),
        TierLevel.of(Forms.given(configuration.tierLevel())).orElseThrow(),
        TierReference.choice(configuration.account(), () -> element(body, "account")),
        TierReference.choice(configuration.parentAccount(), () -> element(body, "parent_account")),
        values,
        form.wantsDraft());
  }

  private static @Nullable ConnectionId connection(TierRequestForm.@Nullable ConnectionForm form) {
    String id = form == null ? null : Forms.orNone(form.id());
    return id == null || id.equals(ConnectionId.NONE) ? null : new ConnectionId(id);
  }

  private static @Nullable MarketplaceId marketplace(
      TierRequestForm.@Nullable MarketplaceForm form) {
    String id = form == null ? null : Forms.orNone(form.id());
    return id == null || id.equals(MarketplaceId.NONE) ? null : new MarketplaceId(id);
  }

  private static Body.Element element(Body body, String member) {
    Body account = body.member("configuration").flatMap(one -> one.member(member)).orElseThrow();
    return new Body.Element(account, "/configuration/" + member);
  }
}
