package io.tierhub.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged while it is open, by whichever test runs: look for words that are your own. */
public final class Logged implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  private final AfterReset again = new AfterReset(() -> root.addAppender(heard));

  /** Listens until it is closed. */
  public Logged() {
    heard.start();
    root.addAppender(heard);
    root.getLoggerContext().addListener(again);
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
    root.getLoggerContext().removeListener(again);
    root.detachAppender(heard);
  }
}
