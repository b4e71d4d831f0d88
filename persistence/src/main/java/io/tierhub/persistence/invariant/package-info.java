/** The invariants, each a statement that finds what breaks it. */
@NullMarked
package io.tierhub.persistence.invariant;

import org.jspecify.annotations.NullMarked;
