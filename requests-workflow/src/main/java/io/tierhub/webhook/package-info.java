/**
 * Webhooks: programs that are called when something happens. Each call is a delivery, which is kept
 * with what was sent and answered.
 */
@NullMarked
package io.tierhub.webhook;

import org.jspecify.annotations.NullMarked;
