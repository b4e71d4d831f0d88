package io.tierhub.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * There is one mail of each inquiry: {@code TCR-195-110-021-001.2} asks for the second time, and
 * {@code TCR-195-110-021-001.2.reminder} reminds of that. There is one of each time that somebody
 * was sent to its page: {@code TC-195-110-021.1}.
 *
 * @param subject a fulfillment request, a tier configuration request or a tier configuration
 * @param number of the inquiry, or among the mails about that configuration, from 1
 */
public record MailId(String subject, int number, Occasion occasion) {

  private static final Pattern FORM =
      Pattern.compile("(\\S{1,60})\\.([0-9]{1,9})(?:\\.(reminder|escalation))?");

  public MailId(String subject, int number) {
    this(subject, number, Occasion.INQUIRY);
  }

  public String value() {
    String inquiry = subject + "." + number;
    return occasion == Occasion.INQUIRY ? inquiry : inquiry + "." + occasion.wire();
  }

  public static Optional<MailId> of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String occasion = parts.group(3);
    return Optional.of(
        new MailId(
            parts.group(1),
            Integer.parseInt(parts.group(2)),
            occasion == null
                ? Occasion.INQUIRY
                : Occasion.valueOf(occasion.toUpperCase(Locale.ROOT))));
  }

  @Override
  public String toString() {
    return value();
  }
}
