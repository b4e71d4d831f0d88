/** What is usual instead: Spring Data REST on JPA entities of the same tables, to compare with. */
@NullMarked
package io.tierhub.benchmarks.alternative;

import org.jspecify.annotations.NullMarked;
