package io.tierhub.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;

/** Does again what was done to the logging, once a server that starts has set it up anew. */
record AfterReset(Runnable again) implements LoggerContextListener {

  @Override
  public boolean isResetResistant() {
    return true;
  }

  @Override
  public void onReset(LoggerContext context) {
    again.run();
  }

  @Override
  public void onStart(LoggerContext context) {
    // Nothing was set up yet.
  }

  @Override
  public void onStop(LoggerContext context) {
    // Nobody logs any more.
  }

  @Override
  public void onLevelChange(Logger logger, Level level) {
    // Of others.
  }
}
