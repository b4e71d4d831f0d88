package io.tierhub.web.text;

import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Makes Markdown into HTML that is safe in a page and in a mail: no scripts, no styles, no forms,
 * no frames, and links lead to web and mail addresses only. Vendors write the Markdown, and values
 * in it come from anybody.
 */
@Component
public class Html {

  private static final int LOWEST_HEADING = 6;

  private final Parser parser = Parser.builder().maxOpenBlockParsers(100).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().softbreak("<br>\n").sanitizeUrls(true).build();

  /** Each lowers headings by as many levels as its place says. */
  private final List<PolicyFactory> safe =
      IntStream.range(0, LOWEST_HEADING).mapToObj(Html::lowering).toList();

  /** As a text that stands by itself. */
  public String of(String markdown) {
    return below(0, markdown);
  }

  /**
   * As a part of a page, whose outline stays right.
   *
   * @param headings how many levels of the page's own stand above it
   */
  public String below(int headings, String markdown) {
    return safe.get(headings).sanitize(renderer.render(parser.parse(markdown)));
  }

  private static PolicyFactory lowering(int levels) {
    HtmlPolicyBuilder policy = new HtmlPolicyBuilder();
    for (int level = 1; level <= LOWEST_HEADING; level++) {
      String lowered = "h" + Math.min(level + levels, LOWEST_HEADING);
      policy.allowElements((_, _) -> lowered, "h" + level);
    }
    return policy
        .allowElements(
            "p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("start")
        .onElements("ol")
        .allowStandardUrlProtocols()
        .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
        .toFactory();
  }
}
