/** Calls that may be repeated: what was answered first is answered again, and not done again. */
@NullMarked
package io.tierhub.idempotency;

import org.jspecify.annotations.NullMarked;
