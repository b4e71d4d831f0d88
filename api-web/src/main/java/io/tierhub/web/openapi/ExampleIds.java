package io.tierhub.web.openapi;

import static java.util.Map.entry;

import io.tierhub.account.TierAccountId;
import io.tierhub.action.ActionId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItemId;
import io.tierhub.claim.LeaseId;
import io.tierhub.conversation.ConversationKey;
import io.tierhub.conversation.MessageId;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Prefixed;
import io.tierhub.parameter.ParameterId;
import io.tierhub.partner.ApiTokenId;
import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.partner.UserId;
import io.tierhub.productmessage.ProductMessageId;
import io.tierhub.template.TemplateId;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.webhook.DeliveryId;
import io.tierhub.webhook.WebhookId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An id of each kind, to be shown. */
final class ExampleIds {

  private static final Map<Class<? extends Prefixed>, String> IDS =
      Map.ofEntries(
          entry(TierAccountId.class, "TA-6458-9737-0065"),
          entry(TierAccountRequestId.class, "TAR-6458-9737-0065-001-001"),
          entry(AssetId.class, "AS-1895-0864-1238"),
          entry(FulfillmentRequestId.class, "PR-1895-0864-1238-001"),
          entry(TierConfigurationId.class, "TC-195-110-021"),
          entry(TierConfigurationRequestId.class, "TCR-195-110-021-001"),
          entry(LeaseId.class, "LE-8307-5526-1402"),
          entry(ConversationKey.class, "PR-1895-0864-1238-001"),
          entry(MessageId.class, "ME-506-258-087"),
          entry(ProductId.class, "PRD-276-377-545"),
          entry(ProductItemId.class, "PRD-276-377-545-0001"),
          entry(ParameterId.class, "PRM-276-377-545-0008"),
          entry(TemplateId.class, "TL-551-876-782"),
          entry(ProductMessageId.class, "PRDMSG-276-377-545-0001"),
          entry(ActionId.class, "ACT-276-377-545-001"),
          entry(ConnectionId.class, "CT-7761-6934"),
          entry(PartnerId.class, "PA-687-574"),
          entry(HubId.class, "HB-0309-9389"),
          entry(MarketplaceId.class, "MP-91673"),
          entry(ApiTokenId.class, "SU-771-994-269"),
          entry(UserId.class, "UR-276-377-545"),
          entry(WebhookId.class, "WH-833-608-476"),
          entry(DeliveryId.class, "WHD-833-608-476-000001"));

  private ExampleIds() {}

  static @Nullable String of(Class<?> kind) {
    return IDS.get(kind);
  }
}
