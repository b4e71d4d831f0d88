package io.tierhub.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * The statements that the server of this process runs, with their values, as Spring logs them. For
 * tests that run alone, or they would hear of others.
 */
public final class Statements implements AutoCloseable {

  private static final Pattern TEXT =
      Pattern.compile("Executing prepared SQL statement \\[(.*)]", Pattern.DOTALL);
  private static final Pattern VALUE =
      Pattern.compile(
          "Setting SQL statement parameter value: column index \\d+, parameter value \\[(.*)],"
              + " value class \\[(.*)], SQL type .*",
          Pattern.DOTALL);

  private final Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core");
  private final Heard heard = new Heard();

  /** Listens until it is closed. */
  public Statements() {
    heard.start();
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
    logger.addAppender(heard);
  }

  /** Asks each event at once for its thread, which is otherwise taken for the one that asks. */
  private static final class Heard extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      events.add(event);
    }
  }

  /** A statement as it was run. */
  public record Statement(String text, List<Object> values) {}

  /** What was run so far that begins so. */
  public List<Statement> beginning(String text) {
    List<Statement> found = new ArrayList<>();
    Map<String, Statement> lastOfThread = new HashMap<>();
    for (ILoggingEvent event : heard.events) {
      Matcher run = TEXT.matcher(event.getFormattedMessage());
      Matcher value = VALUE.matcher(event.getFormattedMessage());
      if (run.matches()) {
        Statement statement = new Statement(run.group(1), new ArrayList<>());
        found.add(statement);
        lastOfThread.put(event.getThreadName(), statement);
      } else if (value.matches()) {
        // Of a statement that was under way when listening began there are the last values only.
        Statement its = lastOfThread.get(event.getThreadName());
        if (its != null) {
          its.values().add(read(value.group(1), value.group(2)));
        }
      }
    }
    return found.stream().filter(statement -> statement.text().startsWith(text)).toList();
  }

  private static Object read(String value, String type) {
    return switch (type) {
      case "java.lang.String" -> value;
      case "java.lang.Integer" -> Integer.valueOf(value);
      case "java.lang.Long" -> Long.valueOf(value);
      case "java.time.OffsetDateTime" -> OffsetDateTime.parse(value);
      // What is in it is not logged; PostgreSQL refuses to explain a statement with that.
      case "[Ljava.lang.String;" -> value;
      default -> throw new AssertionError("a value of " + type + " cannot be read from a log");
    };
  }

  @Override
  public void close() {
    logger.detachAppender(heard);
    logger.setAdditive(true);
    logger.setLevel(null);
  }
}
