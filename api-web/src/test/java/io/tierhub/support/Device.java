package io.tierhub.support;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.Locale;

/** What people read our pages on. */
public enum Device {
  /** With a keyboard, and no mouse. */
  DESKTOP(1280, 800),
  /** With a finger. */
  PHONE(390, 844);

  private final int width;
  private final int height;

  Device(int width, int height) {
    this.width = width;
    this.height = height;
  }

  NewContextOptions describedIn(NewContextOptions options) {
    boolean touched = this == PHONE;
    return options.setViewportSize(width, height).setHasTouch(touched).setIsMobile(touched);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
