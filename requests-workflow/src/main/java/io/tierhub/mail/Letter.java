package io.tierhub.mail;

/**
 * A mail in words.
 *
 * @param text Markdown
 * @param link where it leads
 * @param linkText what the link says
 * @param signature who it comes from
 */
public record Letter(
    MailId id,
    Recipient to,
    String subject,
    String text,
    String link,
    String linkText,
    String signature) {}
