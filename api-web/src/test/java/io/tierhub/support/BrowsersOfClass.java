package io.tierhub.support;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** {@link Browsers} for all tests of a class: without a browser, none of them is run. */
public final class BrowsersOfClass implements BeforeAllCallback, AfterAllCallback {

  private Browsers browsers;

  @Override
  public void beforeAll(ExtensionContext context) {
    browsers = Browsers.open();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (browsers != null) {
      browsers.close();
    }
  }

  public PageReader reader(Device device) {
    return browsers.reader(device);
  }

  public PageReader reader(Device device, World.Company company) {
    return browsers.reader(device, company);
  }
}
