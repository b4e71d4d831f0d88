/** Webhooks and their deliveries in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.webhook;

import org.jspecify.annotations.NullMarked;
