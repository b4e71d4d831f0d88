package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refused;
import io.tierhub.tieraccountrequest.TierAccountRequest;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.tieraccountrequest.TierAccountRequestStatus;
import io.tierhub.tieraccountrequest.TierAccountRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The vendor's answer to an account request. It changes nothing on the account (design §4.3). */
@Service
public class DecideAccountRequests {

  private static final Logger LOG = LoggerFactory.getLogger(DecideAccountRequests.class);

  private final TierAccountRequests requests;
  private final Outbox outbox;
  private final Clock clock;

  DecideAccountRequests(TierAccountRequests requests, Outbox outbox, Clock clock) {
    this.requests = requests;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public TierAccountRequestId accept(Actor actor, TierAccountRequestId id) {
    return decide(actor, id, (request, now) -> request.accept(actor, now));
  }

  @Transactional
  public TierAccountRequestId ignore(
      Actor actor, TierAccountRequestId id, @Nullable String reason) {
    return decide(actor, id, (request, now) -> request.ignore(actor, reason, now));
  }

  private TierAccountRequestId decide(
      Actor actor, TierAccountRequestId id, BiConsumer<TierAccountRequest, Instant> decision) {
    TierAccountRequest request = requests.lock(actor, id).orElseThrow(() -> Refused.notFound(id));
    TierAccountRequestStatus from = request.status();
    Instant now = clock.instant();
    decision.accept(request, now);
    requests.save(request);
    outbox.append(AccountEvents.decided(request, from, actor, now));
    LOG.info("{} {} -> {} by {}", id, from, request.status(), actor.account());
    return id;
  }
}
