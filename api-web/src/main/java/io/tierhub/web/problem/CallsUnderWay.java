package io.tierhub.web.problem;

import io.tierhub.kernel.Refused;
import io.tierhub.web.rate.CallMemory;
import io.tierhub.web.wire.Trace;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each call in if there is memory for it, until it is answered and what is left of its body
 * has come.
 *
 * <p>A client that is answered while it sends must be listened to, or it sees a broken connection
 * instead of the answer. But while it is, it holds all that a call holds, for as long as it likes.
 * So only those are waited for who are known: it is their own share that they hold. What has come
 * of others' bodies is taken away if they said how long it is; if that was not all, the connection
 * ends.
 */
final class CallsUnderWay extends ValveBase {

  private static final Logger LOG = LoggerFactory.getLogger(CallsUnderWay.class);

  /** Who has more than that left to send is not listened to. */
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final CallMemory memory;
  private final ProblemWriter problems;

  CallsUnderWay(CallMemory memory, ProblemWriter problems) {
    super(true);
    this.memory = memory;
    this.problems = problems;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    CallMemory.Call call;
    try {
      call = memory.enter(request, response);
    } catch (Refused noRoom) {
      response.setHeader(Trace.HEADER, Trace.idOf(request));
      BrowserHeaders.complete(response);
      problems.write(noRoom, request, response);
      takeRest(request, response, false);
      return;
    }
    try (call) {
      getNext().invoke(request, response);
      takeRest(request, response, call.isKnown());
    }
  }

  /** Takes what is left of the body, or ends the connection. */
  private static void takeRest(Request request, Response response, boolean known)
      throws IOException {
    org.apache.coyote.Request call = request.getCoyoteRequest();
    if (request.isFinished()) {
      return;
    }
    boolean waits =
        known
            && response.getStatus() != HttpServletResponse.SC_REQUEST_TIMEOUT
            // Who waits to be told to send it is told not to.
            && !call.hasExpectation();
    boolean all = false;
    try {
      if (waits) {
        response.flushBuffer();
      }
      all = waits ? isReadToItsEnd(call) : hasCome(call);
    } catch (IOException gone) {
      LOG.debug("the rest of a body did not come", gone);
    }
    if (!all) {
      if (!response.isCommitted()) {
        response.setHeader("Connection", "close");
      }
      try {
        response.flushBuffer();
      } finally {
        call.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  private static boolean isReadToItsEnd(org.apache.coyote.Request call) throws IOException {
    long begin = System.nanoTime();
    Thrown away = new Thrown();
    int total = 0;
    while (!call.isFinished()
        && total < MOST_BYTES
        && System.nanoTime() - begin < LONGEST.toNanos()) {
      total += Math.max(0, call.doRead(away));
    }
    return call.isFinished();
  }

  /** Whether the body ends with what is there without waiting, which is taken. */
  private static boolean hasCome(org.apache.coyote.Request call) throws IOException {
    Thrown away = new Thrown();
    int total = 0;
    // Where a body comes in chunks, to ask for one may be to wait.
    while (!call.isFinished() && call.getContentLengthLong() > 0 && total < MOST_BYTES) {
      call.action(ActionCode.AVAILABLE, true);
      if (call.getAvailable() <= 0) {
        return false;
      }
      total += Math.max(0, call.doRead(away));
    }
    return call.isFinished();
  }

  /** Where Tomcat shows what it has read: the stream of a call is closed once it is answered. */
  private static final class Thrown implements ApplicationBufferHandler {

    private @Nullable ByteBuffer part;

    @Override
    public void setByteBuffer(ByteBuffer read) {
      part = read;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
      return part;
    }

    @Override
    public void expand(int size) {
      // It shows what it has, and never copies.
    }
  }
}
