package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.query.Document;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestQueries;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import io.tierhub.webhook.Circuit;
import io.tierhub.webhook.Deliveries;
import io.tierhub.webhook.Exchange;
import io.tierhub.webhook.Validators;
import io.tierhub.webhook.Webhook;
import io.tierhub.webhook.WebhookId;
import io.tierhub.webhook.WebhookType;
import io.tierhub.webhook.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a vendor's validator, if it has one, what it thinks of values that are tried. Before they
 * are, so that no transaction is open and no connection held while it thinks.
 */
@Service
public class AskValidators {

  private static final Logger LOG = LoggerFactory.getLogger(AskValidators.class);

  private final TierConfigurationRequests requests;
  private final TierConfigurationRequestQueries queries;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Validators validators;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AskValidators(
      TierConfigurationRequests requests,
      TierConfigurationRequestQueries queries,
      Webhooks webhooks,
      Deliveries deliveries,
      Validators validators,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.requests = requests;
    this.queries = queries;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.validators = validators;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * What is wrong with parameters of a tier request, by their names, and empty texts for what is
   * right. Nothing if nobody is to be asked; whether the actor may try anything is judged later.
   *
   * @throws Refused with {@link Refusal#VALIDATOR_SILENT} if there is no verdict
   */
  public Map<String, String> ask(
      Actor actor, TierConfigurationRequestId id, List<SubmittedValue> submitted) {
    Optional<Asked> found = Objects.requireNonNull(transaction.execute(_ -> find(actor, id)));
    if (found.isEmpty()) {
      return Map.of();
    }
    Asked asked = found.get();
    Instant at = clock.instant();
    Validators.Verdict verdict =
        validators.ask(
            new Validators.Question(asked.webhook, asked.request, submitted, asked.draft, at));
    WebhookId webhook = asked.webhook.id();
    transaction.executeWithoutResult(_ -> note(webhook, at, verdict.call()));
    LOG.info("{} validated by {}: {}", id, webhook, verdict.call().status());
    if (!verdict.call().succeeded()) {
      throw Refused.because(
          Refusal.VALIDATOR_SILENT,
          "The vendor's validator gives no verdict: " + verdict.call().error() + ".");
    }
    return verdict.errors();
  }

  private record Asked(Webhook.Snapshot webhook, Document request, boolean draft) {}

  private Optional<Asked> find(Actor actor, TierConfigurationRequestId id) {
    if (actor.role() != Role.DISTRIBUTOR) {
      return Optional.empty();
    }
    return requests
        .peek(actor, id)
        .filter(request ->
            request.status() == TierConfigurationRequestStatus.DRAFT
                || request.status() == TierConfigurationRequestStatus.INQUIRING)
        .flatMap(request ->
            validator(request)
                .flatMap(webhook ->
                    queries
                        .get(actor, id)
                        .map(read -> new Asked(webhook, read, isDraft(request)))));
  }

  private Optional<Webhook.Snapshot> validator(TierConfigurationRequest request) {
    Agreement agreement = request.agreement();
    return WebhookType.validating(request.type(), isDraft(request), agreement.level())
        .flatMap(type ->
            webhooks.validator(
                agreement.vendor(), agreement.environment(), agreement.product(), type));
  }

  private static boolean isDraft(TierConfigurationRequest request) {
    return request.status() == TierConfigurationRequestStatus.DRAFT;
  }

  /** Nobody waits for a validator to be well again: it is asked each time. */
  private void note(WebhookId id, Instant at, Exchange call) {
    deliveries
        .lockCircuit(id)
        .map(before -> call.succeeded() ? Circuit.CLOSED : new Circuit(before.failures() + 1, null))
        .ifPresent(after -> deliveries.save(id, after, at, call));
  }
}
