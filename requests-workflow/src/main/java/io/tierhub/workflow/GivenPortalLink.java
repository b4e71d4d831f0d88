package io.tierhub.workflow;

import io.tierhub.mail.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param to who it is mailed to; nobody if it is not
 */
public record GivenPortalLink(String link, Instant ends, @Nullable Recipient to) {}
