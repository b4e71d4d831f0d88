/** Figures for Prometheus, at the management port. */
@NullMarked
package io.tierhub.web.metrics;

import org.jspecify.annotations.NullMarked;
