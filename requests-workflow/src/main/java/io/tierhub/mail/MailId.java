package io.tierhub.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * There is one mail of each inquiry: {@code TCR-195-110-021-001.2} asks for the second time. There
 * is one of each time that somebody was sent to its page: {@code TC-195-110-021.1}.
 *
 * @param subject a fulfillment request, a tier configuration request or a tier configuration
 * @param number of the inquiry, or among the mails about that configuration, from 1
 */
public record MailId(String subject, int number) {

  private static final Pattern FORM = Pattern.compile("(\\S{1,60})\\.([0-9]{1,9})");

  public String value() {
    return subject + "." + number;
  }

  public static Optional<MailId> of(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new MailId(parts.group(1), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value();
  }
}
