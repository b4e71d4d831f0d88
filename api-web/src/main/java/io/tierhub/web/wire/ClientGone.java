package io.tierhub.web.wire;

import java.io.EOFException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** Whether a failure is only that nobody listens any more. */
public final class ClientGone {

  private ClientGone() {}

  public static boolean causedBy(Throwable failure) {
    @Nullable Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof ClientAbortException || cause instanceof EOFException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
