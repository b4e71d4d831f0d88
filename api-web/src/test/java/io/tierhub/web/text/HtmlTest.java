package io.tierhub.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

  private final Html html = new Html();

  @Test
  void markdownBecomesHtml() {
    assertThat(
            html.of("# Welcome\n\nYour id is **A-1**.\nSee [here](https://a.example/x?y=1&z=2)."))
        .isEqualTo(
            """
            <h1>Welcome</h1>
            <p>Your id is <strong>A-1</strong>.<br />
            See <a href="https://a.example/x?y&#61;1&amp;z&#61;2" rel="noopener noreferrer nofollow">here</a>.</p>
            """);
  }

  @Test
  void headingsStandBelowThoseOfTheirPage() {
    assertThat(html.below(1, "# Welcome\n\n> ## Here\n\n###### Deep"))
        .isEqualToNormalizingWhitespace(
            "<h2>Welcome</h2> <blockquote> <h3>Here</h3> </blockquote> <h6>Deep</h6>");
    assertThat(html.below(2, "# One\n\n<h2>Two</h2>")).contains("<h3>One</h3>", "<h4>Two</h4>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "![x](https://evil.example/pixel.png)",
        "<iframe src=https://evil.example></iframe>",
        "<form action=https://evil.example><input></form>",
        "<style>body{display:none}</style>",
        "<svg/onload=alert(1)>",
        "<p style=\"position:fixed\" onclick=\"x()\" class=\"a\" id=\"b\">x</p>"
      })
  void nothingInItDoesAnything(String hostile) {
    assertThat(html.of(hostile).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain(
            "<script",
            "<img",
            "<iframe",
            "<form",
            "<input",
            "<style",
            "<svg",
            "javascript:",
            "data:",
            "style=",
            "onclick=",
            "class=",
            "id=");
  }

  @Test
  void noTextTakesLong() {
    for (String hostile :
        List.of(
            "[".repeat(50_000),
            "*a_".repeat(16_000),
            "> ".repeat(25_000),
            "<a ".repeat(16_000),
            "`".repeat(25_000) + " `".repeat(10_000),
            "- ".repeat(25_000))) {
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> html.of(hostile));
    }
  }
}
