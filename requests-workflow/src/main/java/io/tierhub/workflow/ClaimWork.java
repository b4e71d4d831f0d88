package io.tierhub.workflow;

import io.tierhub.claim.Claim;
import io.tierhub.claim.ClaimQueries;
import io.tierhub.claim.Claimable;
import io.tierhub.claim.Claims;
import io.tierhub.claim.Lease;
import io.tierhub.claim.LeaseId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Violation;
import io.tierhub.query.Document;
import io.tierhub.query.Filter;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.tieraccountrequest.TierAccountRequests;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shares out what is pending among a vendor's workers. A lease holds what was claimed together
 * until it ends, and each request of it until that is pending no more, whoever saw to that. See ADR
 * 21.
 */
@Service
public class ClaimWork {

  /** How long a lease lasts if nothing is said. */
  public static final Duration USUAL = Duration.ofMinutes(5);

  public static final int LONGEST_SECONDS = 3600;

  /** How long it is known which call has claimed what. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final int AT_ONCE = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(ClaimWork.class);

  private final FulfillmentRequests orders;
  private final TierConfigurationRequests tierRequests;
  private final TierAccountRequests accountRequests;
  private final Claims claims;
  private final ClaimQueries queries;
  private final Ids ids;
  private final Clock clock;

  ClaimWork(
      FulfillmentRequests orders,
      TierConfigurationRequests tierRequests,
      TierAccountRequests accountRequests,
      Claims claims,
      ClaimQueries queries,
      Ids ids,
      Clock clock) {
    this.orders = orders;
    this.tierRequests = tierRequests;
    this.accountRequests = accountRequests;
    this.claims = claims;
    this.queries = queries;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What was claimed.
   *
   * @param lease holds nothing if there are no requests
   */
  public record Claimed<I extends Prefixed>(Lease lease, List<I> requests) {}

  @Transactional
  public Claimed<FulfillmentRequestId> orders(
      Actor actor, Filter filter, int most, Duration lasting) {
    return claim(orders, actor, filter, most, lasting);
  }

  @Transactional
  public Claimed<TierConfigurationRequestId> tierRequests(
      Actor actor, Filter filter, int most, Duration lasting) {
    return claim(tierRequests, actor, filter, most, lasting);
  }

  @Transactional
  public Claimed<TierAccountRequestId> accountRequests(
      Actor actor, Filter filter, int most, Duration lasting) {
    return claim(accountRequests, actor, filter, most, lasting);
  }

  private <I extends Prefixed> Claimed<I> claim(
      Claimable<I> requests, Actor actor, Filter filter, int most, Duration lasting) {
    if (actor.role() != Role.VENDOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only vendor may claim.");
    }
    Instant now = clock.instant();
    Lease lease = new Lease(new LeaseId(ids.next(IdKind.LEASE)), now.plus(lasting));
    List<I> claimed = requests.claim(actor, new Claim(lease, filter, most, now));
    if (!claimed.isEmpty()) {
      LOG.info("{} holds {} requests for {}", lease.id(), claimed.size(), actor.account());
    }
    return new Claimed<>(lease, claimed);
  }

  /** The lease with what it still holds. */
  public Optional<Document> get(Actor actor, LeaseId lease) {
    return queries.get(actor, lease, clock.instant());
  }

  /** Has the lease last that long from now. */
  @Transactional
  public LeaseId renew(Actor actor, LeaseId lease, Duration lasting) {
    Instant now = clock.instant();
    lock(actor, lease, now);
    claims.renew(new Lease(lease, now.plus(lasting)));
    return lease;
  }

  /**
   * Gives requests back, for others to claim.
   *
   * @param requests all that the lease holds if none is named
   */
  @Transactional
  public void release(Actor actor, LeaseId lease, List<String> requests) {
    List<String> held = lock(actor, lease, clock.instant());
    List<Violation> others =
        IntStream.range(0, requests.size())
            .filter(i -> !held.contains(requests.get(i)))
            .mapToObj(i ->
                new Violation(
                    "/requests/" + i, "%s does not hold %s.".formatted(lease, requests.get(i))))
            .toList();
    if (!others.isEmpty()) {
      throw Refused.invalid(others);
    }
    claims.release(lease, requests.isEmpty() ? held : requests);
  }

  private List<String> lock(Actor actor, LeaseId lease, Instant now) {
    List<String> held = claims.lock(actor, lease, now);
    if (held.isEmpty()) {
      throw Refused.notFound(lease);
    }
    if (actor.role() != Role.VENDOR) {
      throw Refused.because(Refusal.FORBIDDEN, "A lease is for the vendor that has claimed.");
    }
    return held;
  }

  /** Whether the lease holds the request, which is locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isHeld(LeaseId lease, Prefixed request) {
    return claims.isHeld(lease, request, clock.instant());
  }

  /**
   * Forgets some claims that ended long ago.
   *
   * @return whether there may be more of them
   */
  @Transactional
  public boolean forgetSome() {
    int forgotten = claims.forgetEndedBefore(clock.instant().minus(KEPT), AT_ONCE);
    if (forgotten > 0) {
      LOG.info("{} claims that had ended were forgotten", forgotten);
    }
    return forgotten == AT_ONCE;
  }
}
