/** Traces for OpenTelemetry, where somebody wants them. */
@NullMarked
package io.tierhub.web.tracing;

import org.jspecify.annotations.NullMarked;
