package io.tierhub.workflow;

import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Stamp;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes drafts of orders and tier requests that nobody has submitted for long (design §4.6). */
@Service
public class ExpireDrafts {

  public static final Duration AGE = Duration.ofDays(7);

  private static final int AT_ONCE = 500;
  private static final Logger LOG = LoggerFactory.getLogger(ExpireDrafts.class);

  private final TierConfigurations configurations;
  private final TierConfigurationRequests requests;
  private final FulfillmentRequests orders;
  private final Assets assets;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ExpireDrafts(
      TierConfigurations configurations,
      TierConfigurationRequests requests,
      FulfillmentRequests orders,
      Assets assets,
      Outbox outbox,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.configurations = configurations;
    this.requests = requests;
    this.orders = orders;
    this.assets = assets;
    this.outbox = outbox;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Each draft in a transaction of its own, so that one that is being submitted holds up no other.
   *
   * @return how many were removed
   */
  public int expire() {
    Instant then = clock.instant().minus(AGE);
    return removed(requests.draftsOlderThan(then, AT_ONCE), this::remove)
        + removed(orders.draftsOlderThan(then, AT_ONCE), this::remove);
  }

  private <I> int removed(List<I> old, Predicate<I> remove) {
    int removed = 0;
    for (I id : old) {
      try {
        if (Boolean.TRUE.equals(transaction.execute(_ -> remove.test(id)))) {
          removed++;
        }
      } catch (ConcurrencyFailureException gone) {
        LOG.info("{} is left to whoever came first: {}", id, gone.getMessage());
      }
    }
    return removed;
  }

  private boolean remove(FulfillmentRequestId id) {
    Instant now = clock.instant();
    assets.lock(orders.peek(id).asset());
    FulfillmentRequest draft = orders.lock(id);
    if (!draft.hasExpired(now.minus(AGE))) {
      return false;
    }
    orders.remove(draft);
    outbox.append(OrderEvents.expired(draft, now));
    LOG.info("{} expired", id);
    return true;
  }

  private boolean remove(TierConfigurationRequestId id) {
    Instant now = clock.instant();
    configurations.lock(requests.peek(id).configuration());
    TierConfigurationRequest draft = requests.lock(id);
    if (!draft.hasExpired(now.minus(AGE))) {
      return false;
    }
    requests.remove(draft);
    outbox.append(TierEvents.expired(draft, new Stamp(now, null)));
    LOG.info("{} expired", id);
    return true;
  }
}
