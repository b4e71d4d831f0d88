package io.tierhub.persistence;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.conversation.ConversationId;
import io.tierhub.conversation.MessageId;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Prefixed;
import io.tierhub.parameter.ParameterId;
import io.tierhub.partner.ApiTokenId;
import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.template.TemplateId;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.webhook.WebhookId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.TargetType;

/** Ids, and the constants of enums, as the columns keep them. */
@Mapper(config = MappingConfig.class)
public abstract class IdTexts {

  public @Nullable String text(@Nullable Prefixed id) {
    return id == null ? null : id.value();
  }

  public String text(Enum<?> constant) {
    return Lifecycle.wire(constant);
  }

  public static <E extends Enum<E>> E constant(String text, @TargetType Class<E> type) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  public @Nullable TierAccountId account(@Nullable String id) {
    return id == null ? null : new TierAccountId(id);
  }

  public TierAccountRequestId accountRequest(String id) {
    return new TierAccountRequestId(id);
  }

  public AssetId asset(String id) {
    return new AssetId(id);
  }

  public ConnectionId connection(String id) {
    return new ConnectionId(id);
  }

  public ConversationId conversation(String id) {
    return new ConversationId(id);
  }

  public @Nullable FulfillmentRequestId fulfillmentRequest(@Nullable String id) {
    return id == null ? null : new FulfillmentRequestId(id);
  }

  public @Nullable HubId hub(@Nullable String id) {
    return id == null ? null : new HubId(id);
  }

  public @Nullable MarketplaceId marketplace(@Nullable String id) {
    return id == null ? null : new MarketplaceId(id);
  }

  public ParameterId parameter(String id) {
    return new ParameterId(id);
  }

  public MessageId message(String id) {
    return new MessageId(id);
  }

  public PartnerId partner(String id) {
    return new PartnerId(id);
  }

  public ProductId product(String id) {
    return new ProductId(id);
  }

  public TemplateId template(String id) {
    return new TemplateId(id);
  }

  public ApiTokenId token(String id) {
    return new ApiTokenId(id);
  }

  public WebhookId webhook(String id) {
    return new WebhookId(id);
  }
}
