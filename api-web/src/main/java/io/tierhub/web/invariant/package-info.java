/** The invariants over HTTP. */
@NullMarked
package io.tierhub.web.invariant;

import org.jspecify.annotations.NullMarked;
