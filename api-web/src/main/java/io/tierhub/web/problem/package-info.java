/** Refusals and accidents as the one error body of the wire. */
@NullMarked
package io.tierhub.web.problem;

import org.jspecify.annotations.NullMarked;
