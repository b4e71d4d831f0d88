package io.tierhub.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tierhub.catalog.Connection;
import io.tierhub.catalog.ConnectionStatus;
import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductStatus;
import io.tierhub.conversation.Conversation;
import io.tierhub.conversation.ConversationStatus;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetStatus;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailStatus;
import io.tierhub.partner.ApiToken;
import io.tierhub.partner.ApiTokenStatus;
import io.tierhub.support.ApprovedFile;
import io.tierhub.tieraccountrequest.TierAccountRequest;
import io.tierhub.tieraccountrequest.TierAccountRequestStatus;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.webhook.Delivery;
import io.tierhub.webhook.DeliveryStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reference page says what the code does: it is written from the code. */
class ReferenceTest {

  private static final List<ReferencePage.Machine<?, ?>> MACHINES =
      List.of(
          new ReferencePage.Machine<>(
              "Tier account request",
              TierAccountRequest.LIFECYCLE,
              Set.of(TierAccountRequestStatus.PENDING, TierAccountRequestStatus.UNSUPPORTED)),
          new ReferencePage.Machine<>(
              "Tier configuration",
              TierConfiguration.LIFECYCLE,
              Set.of(TierConfigurationStatus.PROCESSING)),
          new ReferencePage.Machine<>(
              "Tier configuration request",
              TierConfigurationRequest.LIFECYCLE,
              Set.of(TierConfigurationRequestStatus.DRAFT, TierConfigurationRequestStatus.PENDING)),
          new ReferencePage.Machine<>(
              "Fulfillment request",
              FulfillmentRequest.LIFECYCLE,
              Set.of(FulfillmentRequestStatus.DRAFT, FulfillmentRequestStatus.PENDING)),
          new ReferencePage.Machine<>(
              "Asset", Asset.LIFECYCLE, Set.of(AssetStatus.DRAFT, AssetStatus.PROCESSING)),
          new ReferencePage.Machine<>("Mail", Mail.LIFECYCLE, Set.of(MailStatus.WAITING)),
          new ReferencePage.Machine<>(
              "Webhook delivery", Delivery.LIFECYCLE, Set.of(DeliveryStatus.WAITING)),
          new ReferencePage.Machine<>(
              "Conversation", Conversation.LIFECYCLE, Set.of(ConversationStatus.OPEN)),
          new ReferencePage.Machine<>("Product", Product.LIFECYCLE, Set.of(ProductStatus.DRAFT)),
          new ReferencePage.Machine<>(
              "Connection", Connection.LIFECYCLE, Set.of(ConnectionStatus.PENDING)),
          new ReferencePage.Machine<>(
              "API token", ApiToken.LIFECYCLE, Set.of(ApiTokenStatus.ACTIVE)));

  @Test
  void thePageIsCurrent() {
    new ApprovedFile("docs/reference.md").requireSame(new ReferencePage(MACHINES).toMarkdown());
  }

  @Test
  void noStateMachineIsLeftOut() {
    List<JavaField> declared =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tierhub")
                .stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Lifecycle.class))
                .toList();
    assertThat(declared).as("state machines in the code").hasSameSizeAs(MACHINES);
  }
}
