package io.tierhub.web.metrics;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How much is logged, by level: {@code logback_events_total}. Spring Boot's own metric of that name
 * counts where loggers are asked whether they would log, which a call does a hundred times.
 */
@Component
class LoggedEvents extends UnsynchronizedAppenderBase<ILoggingEvent> implements DisposableBean {

  private final Map<Level, Counter> counters;

  @Autowired
  LoggedEvents(MeterRegistry registry) {
    this(registry, LoggerFactory.getILoggerFactory());
  }

  /** Counts nothing if somebody logs by something else. */
  LoggedEvents(MeterRegistry registry, ILoggerFactory loggers) {
    this.counters =
        Stream.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE)
            .collect(Collectors.toMap(Function.identity(), level -> counter(registry, level)));
    if (loggers instanceof LoggerContext logback) {
      setContext(logback);
      start();
      logback.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
    }
  }

  private static Counter counter(MeterRegistry registry, Level level) {
    return Counter.builder("logback.events")
        .description("What was logged")
        .baseUnit("events")
        .tag("level", level.levelStr.toLowerCase(Locale.ROOT))
        .register(registry);
  }

  @Override
  protected void append(ILoggingEvent event) {
    Counter counter = counters.get(event.getLevel());
    if (counter != null) {
      counter.increment();
    }
  }

  @Override
  public void destroy() {
    if (getContext() instanceof LoggerContext logback) {
      logback.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
    }
    stop();
  }
}
