package io.tierhub.workflow;

import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.fulfillment.Sale;
import io.tierhub.inquiry.DueStep;
import io.tierhub.inquiry.DueSteps;
import io.tierhub.inquiry.Inquiry;
import io.tierhub.inquiry.Step;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.UserRef;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailId;
import io.tierhub.mail.Mails;
import io.tierhub.mail.Occasion;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a product wants done if nobody answers an inquiry: reminds whoever was asked, tells the
 * distributor, or lets the request fail.
 */
@Service
public class KeepDeadlines {

  /** Who is said to have let a request fail. */
  private static final UserRef CLOCK = new UserRef("UR-000-000-000", "TierHub");

  private static final int AT_ONCE = 500;
  private static final Logger LOG = LoggerFactory.getLogger(KeepDeadlines.class);

  private final DueSteps due;
  private final FulfillmentRequests orders;
  private final Assets assets;
  private final TierConfigurationRequests tierRequests;
  private final TierConfigurations configurations;
  private final DecideOrders decide;
  private final AnswerTierConfigurations answer;
  private final Mails mails;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionTemplate transaction;

  KeepDeadlines(
      DueSteps due,
      FulfillmentRequests orders,
      Assets assets,
      TierConfigurationRequests tierRequests,
      TierConfigurations configurations,
      DecideOrders decide,
      AnswerTierConfigurations answer,
      Mails mails,
      Outbox outbox,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.due = due;
    this.orders = orders;
    this.assets = assets;
    this.tierRequests = tierRequests;
    this.configurations = configurations;
    this.decide = decide;
    this.answer = answer;
    this.mails = mails;
    this.outbox = outbox;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Each step in a transaction of its own. Those that let fail come first: nobody is reminded of
   * what is over.
   *
   * @return how many were taken
   */
  public int keep() {
    int taken = 0;
    for (Step step : List.of(Step.FAIL, Step.ESCALATE, Step.REMIND)) {
      for (DueStep one : due.of(step, clock.instant(), AT_ONCE)) {
        if (isTaken(one)) {
          taken++;
        }
      }
    }
    return taken;
  }

  private boolean isTaken(DueStep step) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              _ -> Prefixed.looksLike("PR", step.request()) ? ofOrder(step) : ofTiers(step)));
    } catch (ConcurrencyFailureException | Refused overtaken) {
      LOG.info("{} is left to whoever came first: {}", step.request(), overtaken.getMessage());
      return false;
    }
  }

  private boolean ofOrder(DueStep step) {
    FulfillmentRequestId id = new FulfillmentRequestId(step.request());
    assets.lock(orders.peek(id).asset());
    FulfillmentRequest order = orders.lock(id);
    if (order.status() != FulfillmentRequestStatus.INQUIRING || !isLast(step, order.inquiry())) {
      return false;
    }
    Sale sale = order.sale();
    Actor system = new Actor(sale.distributor(), sale.environment(), CLOCK, trace());
    if (step.step() == Step.FAIL) {
      decide.fail(system, id, reason(step));
    } else {
      tell(
          step,
          new DomainEvent(
              "fulfillment_request." + word(step),
              id.value(),
              sale.distributor(),
              sale.vendor(),
              sale.product().value(),
              sale.environment(),
              clock.instant(),
              null,
              system.trace(),
              Map.of("inquiry", step.inquiry())));
    }
    return true;
  }

  private boolean ofTiers(DueStep step) {
    TierConfigurationRequestId id = new TierConfigurationRequestId(step.request());
    configurations.lock(tierRequests.peek(id).configuration());
    TierConfigurationRequest request = tierRequests.lock(id);
    if (request.status() != TierConfigurationRequestStatus.INQUIRING
        || !isLast(step, request.inquiry())) {
      return false;
    }
    Agreement agreed = request.agreement();
    Actor system = new Actor(agreed.distributor(), agreed.environment(), CLOCK, trace());
    if (step.step() == Step.FAIL) {
      answer.fail(system, id, reason(step));
    } else {
      tell(
          step,
          new DomainEvent(
              "tier_config_request." + word(step),
              id.value(),
              agreed.distributor(),
              agreed.vendor(),
              agreed.product().value(),
              agreed.environment(),
              clock.instant(),
              null,
              system.trace(),
              Map.of("inquiry", step.inquiry())));
    }
    return true;
  }

  private static boolean isLast(DueStep step, Optional<Inquiry> inquiry) {
    return inquiry.filter(last -> last.number() == step.inquiry()).isPresent();
  }

  private void tell(DueStep step, DomainEvent event) {
    Instant now = event.at();
    Occasion occasion = step.step() == Step.REMIND ? Occasion.REMINDER : Occasion.ESCALATION;
    MailId id = new MailId(step.request(), step.inquiry(), occasion);
    mails.add(Mail.of(id, event.environment(), event.trace(), now));
    outbox.append(event);
    LOG.info("{} {}", step.request(), word(step));
  }

  private static String word(DueStep step) {
    return step.step() == Step.REMIND ? "reminded" : "escalated";
  }

  private static String reason(DueStep step) {
    return "Nobody answered within %d days.".formatted(step.days());
  }

  private static String trace() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
