/** What must always hold, whatever happened. */
@NullMarked
package io.tierhub.invariant;

import org.jspecify.annotations.NullMarked;
