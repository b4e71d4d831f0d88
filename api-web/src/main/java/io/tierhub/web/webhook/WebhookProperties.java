package io.tierhub.web.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are called.
 *
 * @param allowedNetworks addresses that may be called although they are not public, such as {@code
 *     10.1.0.0/16}
 * @param timeout how long a call may take in all
 */
@ConfigurationProperties("tierhub.webhooks")
record WebhookProperties(
    @DefaultValue List<String> allowedNetworks, @DefaultValue("10s") Duration timeout) {}
