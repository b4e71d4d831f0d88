package io.tierhub.workflow;

import io.tierhub.account.Contact;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.inquiry.Inquiry;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Prefixed;
import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkPurpose;
import io.tierhub.mail.Letter;
import io.tierhub.mail.MailId;
import io.tierhub.mail.Recipient;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.partner.Partners;
import io.tierhub.template.TemplateScope;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what a reseller or a customer is asked with: the vendor's words, and a link to the form.
 */
@Component
class InquiryLetters {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final TierConfigurationRequests tierRequests;
  private final FulfillmentRequests orders;
  private final Assets assets;
  private final TierAccounts accounts;
  private final Products products;
  private final Partners partners;
  private final ParameterSets parameters;
  private final TierConfigurations configurations;
  private final Tiles tiles;
  private final LinkAddresses addresses;
  private final Clock clock;

  InquiryLetters(
      TierConfigurationRequests tierRequests,
      FulfillmentRequests orders,
      Assets assets,
      TierAccounts accounts,
      Products products,
      Partners partners,
      ParameterSets parameters,
      TierConfigurations configurations,
      Tiles tiles,
      LinkAddresses addresses,
      Clock clock) {
    this.tierRequests = tierRequests;
    this.orders = orders;
    this.assets = assets;
    this.accounts = accounts;
    this.products = products;
    this.partners = partners;
    this.parameters = parameters;
    this.configurations = configurations;
    this.tiles = tiles;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** The letter of an inquiry; none if it was answered, has ended, or there is a newer one. */
  Optional<Letter> write(MailId id) {
    return Prefixed.looksLike("TCR", id.subject()) ? ofTierRequest(id) : ofOrder(id);
  }

  private Optional<Letter> ofTierRequest(MailId id) {
    TierConfigurationRequest request =
        tierRequests.peek(new TierConfigurationRequestId(id.subject()));
    if (request.status() != TierConfigurationRequestStatus.INQUIRING
        || !isCurrent(id, request.inquiry().orElse(null))) {
      return Optional.empty();
    }
    Agreement agreement = request.agreement();
    ParameterValues values =
        configurations.peek(request.configuration()).values().withAll(request.values());
    String link = link(id);
    String text =
        tiles.inquiryText(
            parameters.of(agreement.product(), agreement.level().scope()),
            TemplateScope.ofTier(agreement.level().number()),
            null,
            values,
            link);
    Asked asked =
        new Asked(agreement.account(), agreement.product(), agreement.distributor(), values);
    return letter(id, asked, request.inquiry().orElseThrow(), text, link);
  }

  private Optional<Letter> ofOrder(MailId id) {
    FulfillmentRequest order = orders.peek(new FulfillmentRequestId(id.subject()));
    if (order.status() != FulfillmentRequestStatus.INQUIRING
        || !isCurrent(id, order.inquiry().orElse(null))) {
      return Optional.empty();
    }
    ProductId product = order.sale().product();
    String link = link(id);
    String text =
        tiles.inquiryText(
            parameters.of(product, ParameterScope.ASSET),
            TemplateScope.ASSET,
            order.snapshot().tile(),
            order.values(),
            link);
    TierAccountId customer = assets.tiers(order.asset()).customer();
    Asked asked = new Asked(customer, product, order.sale().distributor(), order.values());
    return letter(id, asked, order.inquiry().orElseThrow(), text, link);
  }

  private boolean isCurrent(MailId id, @Nullable Inquiry last) {
    return last != null && last.number() == id.number() && !last.hasEnded(clock.instant());
  }

  private String link(MailId id) {
    return addresses.of(new LinkCode(LinkPurpose.FORM, id.subject(), id.number()));
  }

  /**
   * Who is asked for what.
   *
   * @param values that are there already
   */
  private record Asked(
      TierAccountId account, ProductId product, PartnerId distributor, ParameterValues values) {}

  private Optional<Letter> letter(
      MailId id, Asked asked, Inquiry inquiry, String text, String link) {
    String sold = products.peek(asked.product()).orElseThrow().snapshot().profile().name();
    return switch (id.occasion()) {
      case INQUIRY -> toAsked(id, asked, subject(sold, asked.values()), text, link);
      case REMINDER ->
          toAsked(
              id,
              asked,
              "Reminder: " + subject(sold, asked.values()),
              "You were asked on %s, and an answer is still missing.\n\n%s"
                  .formatted(DAY.format(inquiry.asked()), text),
              link);
      case ESCALATION -> toDistributor(id, asked, sold, inquiry, link);
    };
  }

  private Optional<Letter> toAsked(
      MailId id, Asked asked, String subject, String text, String link) {
    String sender = partners.name(asked.distributor());
    return accounts
        .peek(asked.account())
        .map(found -> found.profile().contactInfo().contact())
        .map(contact ->
            new Letter(
                id,
                recipient(contact),
                subject,
                text,
                link,
                "Answer now",
                "Sent for %s by TierHub. Whoever has this mail can answer: do not pass it on."
                    .formatted(sender)));
  }

  /** Who sold it knows whom to call, and may answer instead. */
  private Optional<Letter> toDistributor(
      MailId id, Asked asked, String sold, Inquiry inquiry, String link) {
    String company = accounts.peek(asked.account()).map(found -> found.profile().name()).orElse("");
    return partners
        .firstUser(asked.distributor())
        .map(user ->
            new Letter(
                id,
                new Recipient(user.name(), user.email()),
                "%s: %s has not answered".formatted(sold, company),
                """
                %s (%s) was asked on %s for what %s needs, and has not answered.

                %s waits for it. Call them, or answer for them.
                """
                    .formatted(
                        company, asked.account(), DAY.format(inquiry.asked()), sold, id.subject()),
                link,
                "Answer for them",
                "Sent by TierHub. Whoever has this mail can answer: do not pass it on."));
  }

  /** Who is asked to change something has had a mail before, and should not take this for it. */
  private static String subject(String product, ParameterValues values) {
    boolean again = values.all().stream().anyMatch(ParameterValue::hasError);
    return product + (again ? ": please look at your answers again" : ": a few answers are needed");
  }

  /** Of a name nothing but what there is of it. */
  static Recipient recipient(Contact contact) {
    String name =
        Stream.of(contact.firstName(), contact.lastName())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return new Recipient(name, contact.email());
  }
}
