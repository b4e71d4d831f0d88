package io.tierhub.web.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
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

  private static final PolicyFactory SAFE =
      new HtmlPolicyBuilder()
          .allowElements(
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "p",
              "br",
              "hr",
              "strong",
              "em",
              "code",
              "pre",
              "blockquote",
              "ul",
              "ol",
              "li",
              "a")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("start")
          .onElements("ol")
          .allowStandardUrlProtocols()
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
          .toFactory();

  private final Parser parser = Parser.builder().maxOpenBlockParsers(100).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().softbreak("<br>\n").sanitizeUrls(true).build();

  public String of(String markdown) {
    return safe(parser.parse(markdown));
  }

  /** The same with headings one level deeper, for a page that has a title of its own. */
  public String below(String markdown) {
    Node text = parser.parse(markdown);
    text.accept(new Deeper());
    return safe(text);
  }

  private String safe(Node text) {
    return SAFE.sanitize(renderer.render(text));
  }

  private static final class Deeper extends AbstractVisitor {

    private static final int DEEPEST = 6;

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(DEEPEST, heading.getLevel() + 1));
    }
  }
}
