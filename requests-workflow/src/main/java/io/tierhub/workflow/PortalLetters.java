package io.tierhub.workflow;

import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.mail.Letter;
import io.tierhub.mail.Mail;
import io.tierhub.mail.Recipient;
import io.tierhub.portal.PortalFacts;
import io.tierhub.portal.PortalLink;
import io.tierhub.portal.PortalQueries;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes what leads a reseller to its page. */
@Component
class PortalLetters {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final TierConfigurations configurations;
  private final TierAccounts accounts;
  private final PortalQueries portals;
  private final LinkAddresses addresses;
  private final Clock clock;

  PortalLetters(
      TierConfigurations configurations,
      TierAccounts accounts,
      PortalQueries portals,
      LinkAddresses addresses,
      Clock clock) {
    this.configurations = configurations;
    this.accounts = accounts;
    this.portals = portals;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** The letter with the link that was given when the mail was kept; none if it leads nowhere. */
  Optional<Letter> write(Mail mail) {
    TierConfigurationId id = new TierConfigurationId(mail.id().subject());
    PortalLink link = PortalLink.given(id, mail.snapshot().created());
    PortalFacts facts = portals.facts(id);
    if (link.hasEnded(clock.instant()) || !facts.connected()) {
      return Optional.empty();
    }
    TierAccountId account = configurations.peek(id).agreement().account();
    return accounts
        .peek(account)
        .map(found -> InquiryLetters.recipient(found.profile().contactInfo().contact()))
        .map(to ->
            new Letter(
                mail.id(),
                to,
                "%s: your page".formatted(facts.product()),
                text(to, facts, link.ends()),
                addresses.of(link.code()),
                "Open your page",
                "Sent for %s by TierHub. Whoever has this mail can open the page: do not pass it on."
                    .formatted(facts.asker())));
  }

  private static String text(Recipient to, PortalFacts facts, Instant ends) {
    return """
    Hello%s,

    %s has opened a page for you. It shows how %s is set up for %s, and there you can say what has changed.

    The page works until %s. Nothing is asked of you now; keep this mail for when you need it.
    """
        .formatted(
            to.name().isEmpty() ? "" : " " + to.name(),
            facts.asker(),
            facts.company(),
            facts.product(),
            DAY.format(ends));
  }
}
