package io.tierhub.web.demo;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ProductId;
import io.tierhub.conversation.ConversationKey;
import io.tierhub.conversation.MessageType;
import io.tierhub.conversation.Wording;
import io.tierhub.explanation.Explained.Awaited;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Prefixed;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.template.TemplateId;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierLevel;
import io.tierhub.tierconfigrequest.TierConfigurationRequestType;
import io.tierhub.workflow.AnswerTierConfigurations;
import io.tierhub.workflow.Converse;
import io.tierhub.workflow.ExplainRequests;
import io.tierhub.workflow.PendingChanges;
import io.tierhub.workflow.RequestTierConfigurations;
import io.tierhub.workflow.TierChoice;
import io.tierhub.workflow.TierSetupOrder;
import io.tierhub.workflow.WantedTile;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What becomes of the tier requests that orders of the demo wait for, and what is said of them. */
@Component
class DemoTiers {

  private final ExplainRequests explain;
  private final AnswerTierConfigurations answer;
  private final RequestTierConfigurations request;
  private final Converse converse;
  private final PendingChanges pending;

  DemoTiers(
      ExplainRequests explain,
      AnswerTierConfigurations answer,
      RequestTierConfigurations request,
      Converse converse,
      PendingChanges pending) {
    this.explain = explain;
    this.answer = answer;
    this.request = request;
    this.converse = converse;
    this.pending = pending;
  }

  /** The request that the order waits for first. */
  Setup firstAwaited(Actor distributor, FulfillmentRequestId order) {
    Awaited first = explain.order(distributor, order).waitsFor().getFirst();
    return new Setup(first.configuration(), new TierConfigurationRequestId(first.request().id()));
  }

  /** The distributor fills in what the reseller told it: it is the vendor's turn. */
  void answered(Actor distributor, Setup setup, SubmittedValue... values) {
    answer.edit(distributor, setup.request, List.of(values), null);
    pending.write();
    answer.pend(distributor, setup.request);
    pending.write();
  }

  void approved(Actor vendor, Setup setup, TemplateId template, SubmittedValue given) {
    answer.edit(vendor, setup.request, List.of(given), null);
    pending.write();
    answer.approve(vendor, setup.request, new WantedTile(template.value(), null), null);
    pending.write();
  }

  void updateWanted(Actor distributor, TierConfigurationId configuration, SubmittedValue value) {
    request.change(
        distributor, configuration, TierConfigurationRequestType.UPDATE, List.of(value), false);
    pending.write();
  }

  /** A distributor has begun to ask for a setup, and tried values of which some are wrong. */
  void drafted(
      Actor distributor, ProductId product, TierAccountId reseller, SubmittedValue... tried) {
    TierSetupOrder setup =
        new TierSetupOrder(
            product,
            null,
            null,
            TierLevel.TIER1,
            new TierChoice.Known(reseller, false),
            new TierChoice.FromTheTree(),
            List.of(),
            true);
    TierConfigurationRequestId draft = request.setUp(distributor, setup).request();
    pending.write();
    answer.validate(distributor, draft, List.of(tried), Map.of());
    pending.write();
  }

  void said(Actor who, Prefixed about, String text) {
    converse.post(who, new ConversationKey(about.value()), new Wording(MessageType.MESSAGE, text));
    pending.write();
  }

  /** What sets up which configuration. */
  record Setup(TierConfigurationId configuration, TierConfigurationRequestId request) {}
}
