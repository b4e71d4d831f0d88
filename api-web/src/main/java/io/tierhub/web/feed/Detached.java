package io.tierhub.web.feed;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * An answer without end whose call has ended for Tomcat: only the connection is kept, and neither a
 * thread nor the buffers of a call, which are ten times as large.
 *
 * <p>The headers are sent as those of any answer. Then the connection is taken over as for a
 * WebSocket, by the same interface of Tomcat's; the body ends where the connection does (RFC 9112
 * §6.3).
 */
public final class Detached implements InternalHttpUpgradeHandler {

  /** Whoever does not read for so long is let go. */
  private static final Duration UNREAD = Duration.ofMinutes(1);

  private static final int ANY = 64;

  private Consumer<Detached> ready = _ -> {};
  private Runnable gone = () -> {};
  private @Nullable SocketWrapperBase<?> socket;

  /** For Tomcat. */
  public Detached() {}

  /**
   * Detaches the answer of this call, whose status and headers are set.
   *
   * @param ready is given the connection once the call has ended
   * @param gone is run when the caller has hung up
   */
  static void of(
      HttpServletRequest request,
      HttpServletResponse response,
      Consumer<Detached> ready,
      Runnable gone)
      throws IOException {
    response.setHeader("Connection", "close");
    response.flushBuffer();
    try {
      Detached detached = request.upgrade(Detached.class);
      detached.ready = ready;
      detached.gone = gone;
    } catch (ServletException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    wrapper.setWriteTimeout(UNREAD.toMillis());
    socket = wrapper;
  }

  @Override
  public void init(WebConnection connection) {
    ready.accept(this);
  }

  /** Returns once all of it is on its way. One at a time may write. */
  void write(byte[] part) throws IOException {
    SocketWrapperBase<?> open = Objects.requireNonNull(socket, "not detached yet");
    open.write(true, part, 0, part.length);
    open.flush(true);
  }

  void close() {
    Objects.requireNonNull(socket, "not detached yet").close();
  }

  /** The caller hangs up: it has nothing more to say on such a connection. */
  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    if (event == SocketEvent.OPEN_READ && isThere()) {
      return SocketState.UPGRADED;
    }
    gone.run();
    return SocketState.CLOSED;
  }

  private boolean isThere() {
    SocketWrapperBase<?> open = Objects.requireNonNull(socket, "not detached yet");
    byte[] ignored = new byte[ANY];
    try {
      int read;
      do {
        read = open.read(false, ignored, 0, ANY);
      } while (read > 0);
      return read == 0;
    } catch (IOException broken) {
      return false;
    }
  }

  @Override
  public void timeoutAsync(long now) {
    // Nothing is awaited.
  }

  @Override
  public void setSslSupport(SSLSupport sslSupport) {
    // Who calls is known by the token.
  }

  @Override
  public void pause() {
    // Streams are ended by whoever writes them.
  }

  @Override
  public void destroy() {
    gone.run();
  }
}
