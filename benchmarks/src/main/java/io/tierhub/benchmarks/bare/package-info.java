/** The least that a server must do to answer the same bytes, to compare with. */
@NullMarked
package io.tierhub.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
