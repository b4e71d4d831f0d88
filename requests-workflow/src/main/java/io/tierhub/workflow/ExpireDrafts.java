package io.tierhub.workflow;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes drafts of tier requests that nobody has submitted for long (design §4.6). */
@Service
public class ExpireDrafts {

  public static final Duration AGE = Duration.ofDays(7);

  private static final int AT_ONCE = 500;
  private static final Logger LOG = LoggerFactory.getLogger(ExpireDrafts.class);

  private final TierConfigurations configurations;
  private final TierConfigurationRequests requests;
  private final Outbox outbox;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ExpireDrafts(
      TierConfigurations configurations,
      TierConfigurationRequests requests,
      Outbox outbox,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.configurations = configurations;
    this.requests = requests;
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
    int removed = 0;
    List<TierConfigurationRequestId> old =
        requests.draftsOlderThan(clock.instant().minus(AGE), AT_ONCE);
    for (TierConfigurationRequestId id : old) {
      if (Boolean.TRUE.equals(transaction.execute(_ -> remove(id)))) {
        removed++;
      }
    }
    return removed;
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
