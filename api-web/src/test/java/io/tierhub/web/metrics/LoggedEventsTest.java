package io.tierhub.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** What is logged, as it is counted. */
class LoggedEventsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LoggerContext logback = new LoggerContext();
  private final LoggedEvents events = new LoggedEvents(registry, logback);
  private final Logger logger = logback.getLogger("io.tierhub.somewhere");

  private double logged(String level) {
    return registry.get("logback.events").tag("level", level).counter().count();
  }

  @Test
  void whatIsLoggedIsCountedByItsLevel() {
    logger.error("one");
    logger.warn("one");
    logger.warn("two");
    assertThat(logged("error")).isEqualTo(1);
    assertThat(logged("warn")).isEqualTo(2);
    assertThat(logged("info")).isZero();
  }

  @Test
  void whatIsNotLoggedIsNotCounted() {
    logger.setLevel(Level.INFO);
    logger.info("this is");
    logger.debug("this is not");
    assertThat(logged("info")).isEqualTo(1);
    assertThat(logged("debug")).isZero();
  }

  @Test
  void whoHasEndedCountsNoMore() {
    events.destroy();
    logger.error("one");
    assertThat(logged("error")).isZero();
  }
}
