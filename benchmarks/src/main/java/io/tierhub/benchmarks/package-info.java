/** Measures the packaged server against its goals and writes what it found. */
@NullMarked
package io.tierhub.benchmarks;

import org.jspecify.annotations.NullMarked;
