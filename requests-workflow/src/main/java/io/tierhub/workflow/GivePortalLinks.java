package io.tierhub.workflow;

import io.tierhub.account.TierAccounts;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailId;
import io.tierhub.mail.Mails;
import io.tierhub.mail.Recipient;
import io.tierhub.portal.PortalFacts;
import io.tierhub.portal.PortalLink;
import io.tierhub.portal.PortalQueries;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurations;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives distributors the links with which their resellers open their pages, and mails them. */
@Service
public class GivePortalLinks {

  private static final Logger LOG = LoggerFactory.getLogger(GivePortalLinks.class);

  private final TierConfigurations configurations;
  private final TierAccounts accounts;
  private final PortalQueries portals;
  private final Mails mails;
  private final LinkAddresses addresses;
  private final Clock clock;

  GivePortalLinks(
      TierConfigurations configurations,
      TierAccounts accounts,
      PortalQueries portals,
      Mails mails,
      LinkAddresses addresses,
      Clock clock) {
    this.configurations = configurations;
    this.accounts = accounts;
    this.portals = portals;
    this.mails = mails;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * A new link; those that were given before go on working.
   *
   * @param mailed whether the reseller's technical contact is sent it; asked for only once it is
   *     known that the actor may give links
   * @throws Refused with {@link Refusal#TCR_NOT_SET_UP} if nothing was ever agreed, else naming
   *     every fault
   */
  @Transactional
  public GivenPortalLink give(Actor actor, TierConfigurationId id, Supplier<Boolean> mailed) {
    TierConfiguration own = configurations.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    if (actor.role() != Role.DISTRIBUTOR) {
      throw Refused.because(
          Refusal.FORBIDDEN, "Only the distributor lets its resellers see their pages.");
    }
    Faults faults = new Faults();
    boolean sends = faults.tried(mailed).orElse(false);
    faults.check(() -> requireSetUp(own));
    PortalFacts facts = portals.facts(id);
    if (!facts.living()) {
      faults.add(Refusal.TIERS_INVALID, "", own.agreement().account() + " is decommissioned.");
    }
    if (!facts.connected()) {
      faults.add(
          Refusal.CONNECTION_STATE,
          "",
          own.agreement().connection() + " is not active any more: nothing is sold through it.");
    }
    faults.refuseIfAny();
    Instant now = clock.instant();
    PortalLink link = PortalLink.given(id, now);
    LOG.info("link to {} until {} by {}", id, link.ends(), actor.account());
    return new GivenPortalLink(
        addresses.of(link.code()), link.ends(), sends ? mailTo(actor, own, now) : null);
  }

  /** Before, there are neither a tile nor values, and the reseller has the forms of inquiries. */
  private static void requireSetUp(TierConfiguration own) {
    if (!own.isSatisfied()) {
      throw Refused.because(
              Refusal.TCR_NOT_SET_UP,
              "%s was never set up: there is nothing to show yet.%s"
                  .formatted(
                      own.id(), own.openRequest().map(open -> " See " + open + ".").orElse("")))
          .with(Map.of("configuration_id", own.id().value()));
    }
  }

  private Recipient mailTo(Actor actor, TierConfiguration own, Instant now) {
    configurations.lock(own.id()); // One number is for one mail.
    int number =
        mails.about(own.id().value()).stream().mapToInt(mail -> mail.id().number()).max().orElse(0)
            + 1;
    mails.add(
        Mail.of(new MailId(own.id().value(), number), actor.environment(), actor.trace(), now));
    return accounts
        .peek(own.agreement().account())
        .map(found -> found.profile().contactInfo().contact())
        .map(InquiryLetters::recipient)
        .orElseThrow(() -> new IllegalStateException(own.agreement().account() + " is not there"));
  }
}
