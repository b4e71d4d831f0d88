/** The rows of answers that are given again. */
@NullMarked
package io.tierhub.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
