package io.tierhub.web.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent; through which server, {@code spring.mail.*} says.
 *
 * @param from the sender, with or without a name
 */
@ConfigurationProperties("tierhub.mail")
record MailProperties(@DefaultValue("TierHub <no-reply@tierhub.invalid>") String from) {}
