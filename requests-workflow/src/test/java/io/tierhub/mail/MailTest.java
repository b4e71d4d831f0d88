package io.tierhub.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailTest {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  /** A dash is a refusal. */
  private static final String MATRIX =
      """
      .        SEND  KEEP  DROP     RETRY    GIVE_UP
      WAITING  SENT  KEPT  DROPPED  WAITING  FAILED
      SENT     -     -     -        -        -
      FAILED   -     -     -        -        -
      KEPT     -     -     -        -        -
      DROPPED  -     -     -        -        -
      """;

  private final Mail mail =
      Mail.of(new MailId("TCR-1-1", 2), Environment.PRODUCTION, "0".repeat(32), NOON);

  @Test
  void isExactlyThisTable() {
    StringBuilder table = new StringBuilder(".");
    for (Mail.Action action : Mail.Action.values()) {
      table.append(' ').append(action);
    }
    for (MailStatus from : MailStatus.values()) {
      table.append('\n').append(from);
      for (Mail.Action action : Mail.Action.values()) {
        table.append(' ').append(next(from, action));
      }
    }
    assertThat(table.toString()).isEqualToNormalizingWhitespace(MATRIX);
  }

  private static String next(MailStatus from, Mail.Action action) {
    try {
      return Mail.LIFECYCLE.next(from, action).toString();
    } catch (Refused refused) {
      return "-";
    }
  }

  @Test
  void isTriedForTwoDaysAndThenGivenUp() {
    List<Duration> pauses = new ArrayList<>();
    Instant now = NOON;
    Optional<Instant> again = mail.failed("Connection refused", now);
    while (again.isPresent()) {
      pauses.add(Duration.between(now, again.get()));
      now = again.get();
      again = mail.failed("Connection refused", now);
    }
    assertThat(mail.status()).isEqualTo(MailStatus.FAILED);
    assertThat(mail.snapshot().tries()).isEqualTo(9);
    assertThat(mail.snapshot().error()).isEqualTo("Connection refused");
    assertThat(pauses).isSorted().hasSize(8);
    assertThat(Duration.between(NOON, now)).isBetween(Duration.ofDays(2), Duration.ofDays(3));
  }

  @Test
  void whatWasTakenAtLastHasNoErrorAnyMore() {
    mail.failed("Connection refused", NOON);
    mail.sent(NOON);
    assertThat(mail.snapshot().error()).isNull();
    assertThat(mail.snapshot().tries()).isEqualTo(2);
    assertThat(catchThrowable(() -> mail.sent(NOON))).isInstanceOf(Refused.class);
  }

  @Test
  void longErrorsAreCut() {
    mail.failed("x".repeat(10_000), NOON);
    assertThat(mail.snapshot().error()).hasSize(500);
  }

  @Test
  void itsIdSaysWhatItIsAboutAndWhichTimeItIs() {
    assertThat(mail.id()).hasToString("TCR-1-1.2");
    assertThat(MailId.of("TCR-1-1.2")).contains(mail.id());
    assertThat(MailId.of("TCR-1-1")).isEmpty();
    assertThat(MailId.of("TCR-1-1.x")).isEmpty();
  }
}
