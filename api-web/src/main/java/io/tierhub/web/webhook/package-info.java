/** Webhooks: how they are managed, and the calls that are made to them. */
@NullMarked
package io.tierhub.web.webhook;

import org.jspecify.annotations.NullMarked;
