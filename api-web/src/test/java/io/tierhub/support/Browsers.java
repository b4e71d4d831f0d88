package io.tierhub.support;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's own Chromium, without a window: the one that {@code -Dtierhub.test.chromium} names,
 * else where systems put it. It is driven by Playwright, which needs Node.js, and belongs to the
 * thread that opened it.
 */
public final class Browsers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Browsers.class);

  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/snap/bin/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:/Program Files/Google/Chrome/Application/chrome.exe");

  /** For a machine that does all the other tests beside this: 30 s, the default, were too few. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Every reader has an address of its own, so that nobody uses up another's calls. */
  private static final AtomicInteger READERS = new AtomicInteger();

  private final Playwright playwright;
  private final Browser chromium;

  private Browsers(Playwright playwright, Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Without a browser the test is aborted, and in CI it fails. */
  public static Browsers open() {
    Path chromium = given().or(Browsers::found).orElseGet(() -> missing("Chromium"));
    Path node = onPath(List.of("node")).orElseGet(() -> missing("Node.js"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    return new Browsers(
        playwright,
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium)
                    // Root has no sandbox to go into, and these pages are our own.
                    .setChromiumSandbox(false)
                    // Nothing to look for: every page is of this machine, or the test's own.
                    .setArgs(List.of("--no-proxy-server", "--disable-gpu"))));
  }

  /** Somebody with a device and an address that nobody else has. */
  public PageReader reader(Device device) {
    return reader(device, new Browser.NewContextOptions());
  }

  /** Whoever runs the server, who is asked for a token by the browser itself. */
  public PageReader reader(Device device, World.Company company) {
    String[] halves = company.header().replace("ApiKey ", "").split(":", 2);
    return reader(device, new Browser.NewContextOptions().setHttpCredentials(halves[0], halves[1]));
  }

  private PageReader reader(Device device, Browser.NewContextOptions options) {
    String address = "198.51.100." + READERS.incrementAndGet();
    options.setExtraHTTPHeaders(Map.of("X-Forwarded-For", address));
    return new PageReader(
        // Nothing that we show needs a script, so no story has any.
        patient(device.describedIn(options).setJavaScriptEnabled(false)),
        patient(device.describedIn(new Browser.NewContextOptions())),
        device,
        address);
  }

  private BrowserContext patient(Browser.NewContextOptions options) {
    BrowserContext context = chromium.newContext(options);
    context.setDefaultTimeout(PATIENCE.toMillis());
    return context;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Optional<Path> given() {
    return Optional.ofNullable(System.getProperty("tierhub.test.chromium")).map(Path::of);
  }

  private static Optional<Path> found() {
    return onPath(PROGRAMS)
        .or(() -> PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst());
  }

  private static Optional<Path> onPath(List<String> programs) {
    List<Path> folders =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();
    return programs.stream()
        .flatMap(name -> Stream.of(name, name + ".exe"))
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path missing(String what) {
    String why = what + " is missing: the pages were not tried in a browser";
    if (System.getenv("CI") != null) {
      return fail(why);
    }
    // Maven counts what is skipped, but does not say why.
    LOG.warn(why);
    return abort(why);
  }
}
