package io.tierhub.workflow;

import io.tierhub.idempotency.KeptAnswer;
import io.tierhub.idempotency.KeptAnswers;
import io.tierhub.idempotency.KeyedCall;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has calls with a key done once. The answer is kept in the transaction of what the call does, so
 * that there is neither one without the other, whatever breaks.
 */
@Service
public class RepeatCalls {

  /** How long a call may be repeated. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final int AT_ONCE = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(RepeatCalls.class);

  private final KeptAnswers answers;
  private final Clock clock;

  RepeatCalls(KeptAnswers answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * What the call was answered when it was made first; nothing if this is the first, which nobody
   * can make a second time until this transaction ends.
   *
   * @throws Refused if the first one is under way, or was another one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<KeptAnswer> answered(KeyedCall call) {
    if (!answers.hold(call)) {
      throw Refused.because(
          Refusal.IDEMPOTENCY_KEY_IN_USE,
          "The first call with this Idempotency-Key is still under way.");
    }
    Optional<KeptAnswers.Kept> kept = answers.find(call, clock.instant().minus(KEPT));
    if (kept.isPresent() && !MessageDigest.isEqual(kept.get().fingerprint(), call.fingerprint())) {
      throw Refused.because(
          Refusal.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key was sent before with another method, path, query, content type or"
              + " body.");
    }
    return kept.map(KeptAnswers.Kept::answer);
  }

  /** Keeps what the call is answered, if all else in this transaction is kept too. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(KeyedCall call, KeptAnswer answer) {
    answers.keep(call, answer, clock.instant());
  }

  /**
   * Deletes some answers to calls that may not be repeated any more.
   *
   * @return whether there may be more of them
   */
  @Transactional
  public boolean forgetSome() {
    int deleted = answers.deleteOlderThan(clock.instant().minus(KEPT), AT_ONCE);
    if (deleted > 0) {
      LOG.info("{} answers to calls with a key were deleted", deleted);
    }
    return deleted == AT_ONCE;
  }
}
