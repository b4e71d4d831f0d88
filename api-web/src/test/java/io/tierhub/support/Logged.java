package io.tierhub.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What is logged while it is open. For tests that run alone: a server that starts beside them sets
 * all logging up anew, and nothing is heard meanwhile.
 */
public final class Logged implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  /** Listens until it is closed. */
  public Logged() {
    heard.start();
    root.addAppender(heard);
  }

  /**
   * What stands in the log for each thing that was logged so far, with its failure if it has one.
   */
  public List<String> entries() {
    synchronized (heard) { // As appending is.
      return heard.list.stream().map(Logged::text).toList();
    }
  }

  private static String text(ILoggingEvent event) {
    String failure =
        event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getMDCPropertyMap() + " " + event.getFormattedMessage() + failure;
  }

  @Override
  public void close() {
    root.detachAppender(heard);
  }
}
