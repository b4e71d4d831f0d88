package io.tierhub.workflow;

import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.conversation.Conversations;
import io.tierhub.explanation.Explained;
import io.tierhub.explanation.Explained.Awaited;
import io.tierhub.explanation.Explained.Deadline;
import io.tierhub.explanation.Explained.Missing;
import io.tierhub.explanation.Turn;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.inquiry.Inquiry;
import io.tierhub.inquiry.Step;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailId;
import io.tierhub.mail.Mails;
import io.tierhub.mail.Occasion;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.StructuredError;
import io.tierhub.parking.Reasons;
import io.tierhub.parking.Waiter;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Says why a request is where it is, and whose turn it is. */
@Service
public class ExplainRequests {

  private final FulfillmentRequests orders;
  private final TierConfigurationRequests requests;
  private final TierConfigurations configurations;
  private final TierAccounts accounts;
  private final ParameterSets parameters;
  private final Reasons reasons;
  private final Mails mails;
  private final Conversations conversations;
  private final Products products;

  ExplainRequests(
      FulfillmentRequests orders,
      TierConfigurationRequests requests,
      TierConfigurations configurations,
      TierAccounts accounts,
      ParameterSets parameters,
      Reasons reasons,
      Conversations conversations,
      Mails mails,
      Products products) {
    this.orders = orders;
    this.requests = requests;
    this.configurations = configurations;
    this.accounts = accounts;
    this.parameters = parameters;
    this.reasons = reasons;
    this.mails = mails;
    this.conversations = conversations;
    this.products = products;
  }

  // One moment for all of it: in the middle of a release there would be something to contradict.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Explained order(Actor actor, FulfillmentRequestId id) {
    FulfillmentRequest order = orders.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    ParameterSet set = parameters.of(order.sale().product(), ParameterScope.ASSET);
    // What ends a use is approved without them.
    List<Missing> missing = order.type().needsValues() ? missing(set, order.values()) : List.of();
    List<Awaited> awaited = awaited(actor, new Waiter.Order(id));
    FulfillmentRequest.Snapshot snapshot = order.snapshot();
    // What the order says of itself is when anything of it changed, be it only its assignee.
    Instant since = conversations.lastStepOf(id.value()).orElseGet(snapshot::updated);
    Told told =
        switch (order.status()) {
          case DRAFT -> new Told(Turn.DISTRIBUTOR, "It is a draft; its distributor submits it.");
          case TIERS_SETUP -> parked("It", awaited);
          case INQUIRING -> new Told(Turn.CUSTOMER, "The customer %s.".formatted(asked(missing)));
          case PENDING -> vendorsTurn(missing);
          case APPROVED -> over("The vendor approved it.");
          case FAILED -> over("It failed: %s".formatted(snapshot.reason()));
          case SCHEDULED -> new Told(Turn.VENDOR, "The vendor will do it later.");
          case REVOKING -> new Told(Turn.VENDOR, "The vendor is to undo it.");
          case REVOKED -> over("The vendor undid it.");
        };
    return new Explained(
        id.value(),
        "fulfillment",
        order.type().wire(),
        Lifecycle.wire(order.status()),
        told.sentence,
        told.turn,
        parkedSince(awaited).orElse(since),
        isOver(told) ? List.of() : missing,
        mails(id.value()),
        order.status() == FulfillmentRequestStatus.INQUIRING
            ? deadlines(order.sale().product(), id.value(), order.inquiry())
            : List.of(),
        awaited);
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Explained tierRequest(Actor actor, TierConfigurationRequestId id) {
    TierConfigurationRequest request =
        requests.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    TierConfiguration own =
        configurations
            .peek(actor, request.configuration())
            .orElseThrow(() -> Refused.notFound(request.configuration()));
    return explained(actor, request, own);
  }

  private Explained explained(
      Actor actor, TierConfigurationRequest request, TierConfiguration own) {
    ParameterSet set = parameters.of(own.agreement().product(), own.agreement().level().scope());
    List<Missing> missing = missing(set, own.values().withAll(request.values()));
    List<Awaited> awaited = awaited(actor, new Waiter.Setup(request.id()));
    TierConfigurationRequest.Snapshot snapshot = request.snapshot();
    Told told =
        switch (request.status()) {
          case DRAFT -> new Told(Turn.DISTRIBUTOR, "It is a draft; its distributor submits it.");
          case TIERS_SETUP -> parked("It", awaited);
          case INQUIRING ->
              new Told(
                  Turn.RESELLER,
                  "%s %s.".formatted(name(own.agreement().account()), asked(missing)));
          case PENDING -> vendorsTurn(missing);
          case APPROVED -> over("The vendor approved it.");
          case FAILED -> over("It failed: %s".formatted(snapshot.reason()));
        };
    return new Explained(
        request.id().value(),
        "tier_config",
        request.type().wire(),
        Lifecycle.wire(request.status()),
        told.sentence,
        told.turn,
        parkedSince(awaited).orElseGet(() -> since(request)),
        isOver(told) ? List.of() : missing,
        mails(request.id().value()),
        request.status() == TierConfigurationRequestStatus.INQUIRING
            ? deadlines(own.agreement().product(), request.id().value(), request.inquiry())
            : List.of(),
        awaited);
  }

  private List<Mail.Snapshot> mails(String request) {
    return mails.about(request).stream().map(Mail::snapshot).toList();
  }

  private List<Deadline> deadlines(ProductId product, String request, Optional<Inquiry> inquiry) {
    Capabilities.Deadlines wanted =
        products.peek(product).orElseThrow().snapshot().capabilities().deadlines();
    List<Occasion> written =
        mails.about(request).stream()
            .map(Mail::id)
            .filter(id -> inquiry.isPresent() && id.number() == inquiry.get().number())
            .map(MailId::occasion)
            .toList();
    List<Deadline> deadlines = new ArrayList<>();
    for (Step step : Step.values()) {
      Integer days = step.after(wanted);
      if (days != null && inquiry.isPresent()) {
        Instant at = inquiry.get().asked().plus(Duration.ofDays(days));
        boolean taken =
            written.contains(step == Step.REMIND ? Occasion.REMINDER : Occasion.ESCALATION);
        deadlines.add(new Deadline(step, at, step != Step.FAIL && taken));
      }
    }
    return deadlines;
  }

  private List<Awaited> awaited(Actor actor, Waiter waiter) {
    List<Awaited> awaited = new ArrayList<>();
    reasons
        .of(waiter)
        .forEach((id, since) -> {
          TierConfiguration configuration = configuration(actor, id);
          TierConfigurationRequestId open = configuration.openRequest().orElseThrow();
          TierAccountId account = configuration.agreement().account();
          awaited.add(
              new Awaited(
                  id,
                  configuration.agreement().level(),
                  account,
                  name(account),
                  since,
                  explained(actor, requests.peek(open), configuration)));
        });
    return awaited;
  }

  private TierConfiguration configuration(Actor actor, TierConfigurationId id) {
    return configurations.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
  }

  private String name(TierAccountId id) {
    return accounts
        .peek(id)
        .map(TierAccount::profile)
        .map(profile -> "%s (%s)".formatted(profile.name(), id))
        .orElse(id.value());
  }

  private static List<Missing> missing(ParameterSet set, ParameterValues values) {
    List<Missing> missing = new ArrayList<>();
    for (ParameterDefinition definition :
        set.missing(values, ParameterPhase.ORDERING, ParameterPhase.FULFILLMENT)) {
      missing.add(missing(set, values, definition, null));
    }
    for (ParameterDefinition definition : set.withErrors(values)) {
      String error = values.named(definition.name()).map(ExplainRequests::error).orElse("");
      missing.add(missing(set, values, definition, error));
    }
    return missing;
  }

  /** In the vendor's words, or else in those of the message that it refers to. */
  private static String error(ParameterValue value) {
    StructuredError structured = value.structuredError();
    return value.valueError().isEmpty() && structured != null && structured.text() != null
        ? structured.text()
        : value.valueError();
  }

  private static Missing missing(
      ParameterSet set,
      ParameterValues values,
      ParameterDefinition definition,
      @Nullable String error) {
    return new Missing(
        definition.name(),
        definition.title(),
        definition.phase().wire(),
        !set.constraints(definition, values).hidden(),
        error);
  }

  /**
   * What the tier or the customer is asked for: of the ordering phase, and shown. Nothing of that
   * may be missing, if all was answered or the vendor asks for what is not required.
   */
  private static String asked(List<Missing> missing) {
    String names =
        missing.stream()
            .filter(one -> one.asked() && one.phase().equals(ParameterPhase.ORDERING.wire()))
            .map(Missing::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "is asked for more, though nothing that it must give is missing; pend ends the inquiry"
        : "is asked for " + names;
  }

  private static Told vendorsTurn(List<Missing> missing) {
    String names = missing.stream().map(Missing::name).distinct().collect(Collectors.joining(", "));
    return new Told(
        Turn.VENDOR,
        names.isEmpty()
            ? "It waits for the vendor to approve or fail it."
            : "It waits for the vendor, who needs %s before it can approve.".formatted(names));
  }

  /** Whoever comes first in what it waits for has to do something. */
  private static Told parked(String what, List<Awaited> awaited) {
    String tiers =
        awaited.stream()
            .map(one -> "tier %d of %s".formatted(one.level().number(), one.accountName()))
            .collect(Collectors.joining(" and "));
    Awaited first = awaited.getFirst();
    return new Told(
        first.request().turn(),
        "%s waits until %s %s set up. First %s: %s"
            .formatted(
                what,
                tiers,
                awaited.size() == 1 ? "is" : "are",
                first.request().id(),
                first.request().sentence()));
  }

  private static Told over(String sentence) {
    return new Told(Turn.NOBODY, sentence);
  }

  private static boolean isOver(Told told) {
    return told.turn == Turn.NOBODY;
  }

  /** From the first moment that it had to wait, if it does. */
  private static Optional<Instant> parkedSince(List<Awaited> awaited) {
    return awaited.stream().map(Awaited::since).min(Comparator.naturalOrder());
  }

  private static Instant since(TierConfigurationRequest request) {
    TierConfigurationRequest.Stamps stamps = request.snapshot().stamps();
    Stamp since =
        switch (request.status()) {
          case DRAFT, TIERS_SETUP -> stamps.created();
          case INQUIRING -> stamps.inquired();
          case PENDING -> stamps.pended();
          case APPROVED -> stamps.approved();
          case FAILED -> stamps.updated();
        };
    return since == null ? stamps.updated().at() : since.at();
  }

  private record Told(Turn turn, String sentence) {}
}
