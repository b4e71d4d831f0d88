package io.tierhub.web.tracing;

import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.tierhub.web.wire.Trace;
import org.slf4j.MDC;

/** A trace is called as the call is in its answer, in logs and in the feed. */
final class TraceIds implements IdGenerator {

  private final IdGenerator random = IdGenerator.random();

  @Override
  public String generateTraceId() {
    String ours = MDC.get(Trace.LOGGED);
    return ours != null && TraceId.isValid(ours) ? ours : random.generateTraceId();
  }

  @Override
  public String generateSpanId() {
    return random.generateSpanId();
  }
}
