/** The parts of a read that run no SQL, measured by JMH. */
@NullMarked
package io.tierhub.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
