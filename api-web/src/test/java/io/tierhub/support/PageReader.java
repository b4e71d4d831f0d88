package io.tierhub.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Somebody who reads our pages in a browser without scripts. On a desktop everything is done with
 * the keyboard: what cannot be reached by it is not there. On a phone everything is tapped.
 */
public final class PageReader implements AutoCloseable {

  private static final Path PICTURES = Path.of("target/screenshots");
  private static final String AXE = axe();

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** In the dark only colours differ. */
  private static final List<String> RULES_OF_COLOURS = List.of("color-contrast");

  /** The landmarks around a mail are those of the program that shows it. */
  private static final Map<String, Object> NOT_OF_MAILS =
      Map.of("landmark-one-main", Map.of("enabled", false), "region", Map.of("enabled", false));

  /** The narrowest page on which nothing may have to be scrolled sideways (WCAG 1.4.10). */
  private static final int NARROW = 320;

  /** What a finger hits (WCAG 2.5.5). */
  private static final int FINGER = 44;

  /** More than any page of ours has. */
  private static final int MOST_TABS = 300;

  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

  private static final String INBOX = "http://mail.example/";

  private final BrowserContext context;
  private final BrowserContext laboratory;
  private final Device device;
  private final String address;
  private final Page page;
  private final Page copy;
  private final List<String> sent = new ArrayList<>();
  private int loads;
  private int status;

  /**
   * @param laboratory where scripts run, for the tools that examine copies of the pages
   */
  PageReader(BrowserContext context, BrowserContext laboratory, Device device, String address) {
    this.context = context;
    this.laboratory = laboratory;
    this.device = device;
    this.address = address;
    this.page = context.newPage();
    this.copy = laboratory.newPage();
    copy.addInitScript(AXE);
    page.onLoad(_ -> loads++);
    page.onRequest(request -> {
      if (request.method().equals("POST")) {
        sent.add(request.url());
      }
    });
    page.onResponse(this::remember);
  }

  private void remember(Response response) {
    if (response.request().isNavigationRequest()) {
      status = response.status();
    }
  }

  /** From where the reader calls. */
  public String address() {
    return address;
  }

  public void open(String link) {
    page.navigate(link);
  }

  /** Reads a mail as web mail shows it: in a page of another site. */
  public void read(String mail) {
    context.route(
        INBOX + "**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html;charset=UTF-8")
                    .setBody(mail)));
    page.navigate(INBOX);
  }

  public void reload() {
    page.reload();
  }

  public void goBack() {
    page.goBack();
  }

  public int status() {
    return status;
  }

  public String url() {
    return page.url();
  }

  /** How often the reader has sent a form. */
  public int timesSent() {
    return sent.size();
  }

  public String title() {
    return page.title();
  }

  /** The one heading that says what the page is. */
  public String heading() {
    return page.locator("h1").innerText();
  }

  /** Everything that can be read. */
  public String text() {
    return page.locator("body").innerText();
  }

  /** The source, to look for what cannot be read. */
  public String source() {
    return page.content();
  }

  /** What is listed above the form as wrong. */
  public List<String> summary() {
    return page.locator(".summary li").allInnerTexts();
  }

  /** What stands beside a field as wrong, for those who see it and those who do not. */
  public String errorOf(String field) {
    Locator input = labelled(field);
    assertThat(input.getAttribute("aria-invalid")).as("%s is marked", field).isEqualTo("true");
    return described(input);
  }

  /** What a group of fields is told as a whole. */
  public String errorOfGroup(String group) {
    return described(group(group));
  }

  private String described(Locator element) {
    String ids = element.getAttribute("aria-describedby");
    assertThat(ids).as("described").isNotNull();
    return Stream.of(ids.split(" "))
        .filter(id -> id.endsWith("-error"))
        .map(id -> page.locator("#" + id).innerText())
        .findFirst()
        .orElseThrow();
  }

  public boolean has(String field) {
    return labelled(field).isVisible();
  }

  public String valueOf(String field) {
    return labelled(field).inputValue();
  }

  /** What is shown as chosen. */
  public String chosenOf(String field) {
    return labelled(field).locator("option:checked").innerText();
  }

  public boolean isChosen(String group, String choice) {
    return choice(group, choice).isChecked();
  }

  private Locator group(String name) {
    return page.locator("fieldset").filter(new Locator.FilterOptions().setHas(legend(name)));
  }

  private Locator legend(String name) {
    return page.locator("legend").getByText(name, EXACTLY);
  }

  private Locator choice(String group, String choice) {
    return group(group).getByLabel(choice);
  }

  private Locator labelled(String field) {
    return page.getByLabel(field);
  }

  /** Replaces what a field holds. */
  public void type(String field, String text) {
    Locator input = labelled(field);
    reach(input);
    page.keyboard().press("ControlOrMeta+A");
    if (text.isEmpty()) {
      page.keyboard().press("Delete");
    } else {
      page.keyboard().insertText(text);
    }
  }

  /** Of choices of which one is taken. */
  public void choose(String group, String choice) {
    Locator radio = choice(group, choice);
    switch (device) {
      case PHONE -> radio.tap();
      case DESKTOP -> {
        Locator all = group(group).getByRole(AriaRole.RADIO);
        reach(all); // The tab key stops at the one that is chosen, or at the first.
        if (all.and(page.locator(":checked")).count() == 0) {
          page.keyboard().press("Space");
        }
        for (int i = 0; i < MOST_TABS && !radio.isChecked(); i++) {
          page.keyboard().press("ArrowDown");
        }
      }
    }
    assertThat(radio.isChecked()).as(choice).isTrue();
  }

  /** Of choices of which many are taken. */
  public void tick(String group, String choice) {
    Locator box = choice(group, choice);
    act(box, "Space");
    assertThat(box.isChecked()).as(choice).isTrue();
  }

  public void select(String field, String choice) {
    Locator list = labelled(field);
    switch (device) {
      case PHONE -> list.selectOption(choice); // The phone's own wheel is no part of the page.
      case DESKTOP -> {
        reach(list);
        page.keyboard().type(choice);
      }
    }
    assertThat(chosenOf(field)).isEqualTo(choice);
  }

  /** Follows a link, or presses a button, to another page. */
  public void follow(String words) {
    leaveBy(
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
            .or(
                page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))));
  }

  /** The same of a page on which there are several, in the part that says something. */
  public void follow(String words, String said) {
    leaveBy(
        page.locator("article")
            .filter(new Locator.FilterOptions().setHasText(said))
            .getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(words).setExact(true)));
  }

  private void leaveBy(Locator target) {
    int before = loads;
    act(target, "Enter");
    page.waitForCondition(() -> loads > before);
  }

  /** Follows a link of the summary to a field of the same page; says what has the focus then. */
  public String goTo(String field) {
    Locator link = page.locator(".summary").getByText(field, EXACTLY);
    String place = link.getAttribute("href");
    act(link, "Enter");
    page.waitForURL(url -> url.endsWith(place));
    return focused();
  }

  private void act(Locator target, String key) {
    switch (device) {
      case PHONE -> target.tap();
      case DESKTOP -> {
        reach(target);
        page.keyboard().press(key);
      }
    }
  }

  private void reach(Locator target) {
    if (device == Device.PHONE) {
      target.tap();
      return;
    }
    for (int i = 0; i < MOST_TABS; i++) {
      if ((boolean) target.evaluateAll("all => all.includes(document.activeElement)")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("no key leads to " + target);
  }

  /** What has the focus: its label, what is written on it, or what it is. */
  public String focused() {
    return (String)
        page.evaluate(
            """
            () => {
              const it = document.activeElement;
              if (it === document.body) {
                return '';
              }
              const words = it.labels?.[0] ?? it.querySelector('legend, h2') ?? it;
              return (words.querySelector('span') ?? words).innerText.trim();
            }
            """);
  }

  /** What the keyboard reaches, in the order of the tab key. */
  public List<String> tabOrder() {
    List<String> order = new ArrayList<>();
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      String now = focused();
      if (now.isEmpty()) {
        break;
      }
      order.add(now);
    }
    return order;
  }

  /**
   * Looks at a page as a whole: pictures of it, accessibility in light and in dark, on a narrow
   * page nothing to scroll sideways, and nothing too small for a finger.
   *
   * @param name of the pictures
   */
  public void inspect(String name) {
    photograph(ColorScheme.DARK, name + "-dark");
    photograph(ColorScheme.LIGHT, name);
    assertAccessible(name);
    assertNothingIsTooSmall(name);
    page.setViewportSize(NARROW, device.height());
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("%s fits into %d px", name, NARROW)
        .isEqualTo(NARROW);
    page.setViewportSize(device.width(), device.height());
  }

  private void photograph(ColorScheme scheme, String name) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(device.toString()).resolve(name + ".png")));
  }

  /** Of a copy, for axe is a script. */
  private void assertAccessible(String name) {
    String url = page.url().replaceAll("#.*", "");
    String html = page.content();
    copy.unrouteAll();
    copy.route(
        url,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html;charset=UTF-8")
                    .setBody(html)));
    copy.navigate(url);
    assertNoViolations(
        ColorScheme.LIGHT,
        Map.of("runOnly", RULES, "rules", url.startsWith(INBOX) ? NOT_OF_MAILS : Map.of()),
        name);
    assertNoViolations(
        ColorScheme.DARK,
        Map.of("runOnly", Map.of("type", "rule", "values", RULES_OF_COLOURS)),
        name);
  }

  private void assertNoViolations(ColorScheme scheme, Map<String, Object> rules, String name) {
    copy.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    Object violations =
        copy.evaluate(
            """
            async rules => (await axe.run({...rules, resultTypes: ['violations']})).violations
              .map(rule => `${rule.id}: ${rule.nodes.map(node => node.html).join(' ')}`)
            """,
            rules);
    assertThat((List<?>) violations).as("%s, %s", name, scheme).isEmpty();
  }

  private void assertNothingIsTooSmall(String name) {
    Object small =
        page.evaluate(
            """
            least => [...document.querySelectorAll(
                'button, .button, select, textarea, .choice, .summary a, '
                + 'input:not([type=radio], [type=checkbox], [type=hidden])')]
              .map(it => [it, it.getBoundingClientRect()])
              .filter(([it, box]) => box.width < least || box.height < least)
              .map(([it, box]) => `${it.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)
            """,
            FINGER);
    assertThat((List<?>) small).as("%s: too small for a finger", name).isEmpty();
  }

  private static String axe() {
    try (InputStream script = PageReader.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    laboratory.close();
    context.close();
  }
}
