package io.tierhub.explanation;

import io.tierhub.account.TierAccountId;
import io.tierhub.inquiry.Step;
import io.tierhub.mail.Mail;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands and why.
 *
 * @param kind {@code fulfillment} or {@code tier_config}
 * @param sentence for people; names who has to do what
 * @param turn of whom; of a parked request, of whoever comes first in what it waits for
 * @param since when it is in this status
 * @param missing what keeps it from being approved
 * @param mails by which somebody was asked, the last one first
 * @param deadlines what happens when if nobody answers; empty unless somebody is asked
 * @param waitsFor what is not set up yet, tier 2 first; empty unless it is parked
 */
public record Explained(
    String id,
    String kind,
    String type,
    String status,
    String sentence,
    Turn turn,
    Instant since,
    List<Missing> missing,
    List<Mail.Snapshot> mails,
    List<Deadline> deadlines,
    List<Awaited> waitsFor) {

  /**
   * A parameter without a value, or with one that the vendor finds wrong.
   *
   * @param error what is wrong; none if the value is missing
   * @param asked whether a form asks for it; what is hidden nobody is asked for
   */
  public record Missing(
      String name, String title, String phase, boolean asked, @Nullable String error) {}

  /**
   * @param taken whether the step was taken already
   */
  public record Deadline(Step step, Instant at, boolean taken) {}

  /**
   * A configuration that must be set up first.
   *
   * @param since when it is waited for
   * @param request what sets it up
   */
  public record Awaited(
      TierConfigurationId configuration,
      TierLevel level,
      TierAccountId account,
      String accountName,
      Instant since,
      Explained request) {}
}
