package io.tierhub.web.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The catalogue in HTML. Every text is escaped; what it marks as code is set as code. */
final class ProblemHtml {

  private ProblemHtml() {}

  static String all(List<Catalogue.Entry> entries) {
    String rows =
        entries.stream()
            .map(entry ->
                """
                <tr><td><a href="/problems/%s">%s</a></td><td>%d</td><td>%s</td></tr>
                """
                    .formatted(
                        text(entry.slug()),
                        text(entry.errorCode()),
                        entry.status(),
                        text(entry.title())))
            .collect(Collectors.joining());
    return page(
        "Errors of TierHub",
        """
        <h1>Errors</h1>
        <p>Every error has one of these codes in <code>error_code</code>.</p>
        <table>
        <tr><th>Code</th><th>Status</th><th>Meaning</th></tr>
        %s</table>
        """
            .formatted(rows));
  }

  static String one(Catalogue.Entry entry, String example) {
    return page(
        entry.title(),
        """
        <p><a href="/problems">All errors</a></p>
        <h1>%s</h1>
        <p><code>%s</code>, status %d</p>
        <p>%s</p>
        <p><strong>What to do:</strong> %s</p>
        <h2>For example</h2>
        <pre>%s</pre>
        """
            .formatted(
                text(entry.title()),
                text(entry.errorCode()),
                entry.status(),
                text(entry.meaning()),
                text(entry.remedy()),
                HtmlUtils.htmlEscape(example)));
  }

  private static String page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="/swagger-ui/favicon-32x32.png">
    <title>%s</title>
    <style>
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
    table { border-collapse: collapse; width: 100%% }
    td, th { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd }
    pre { background: #f4f4f4; padding: 1rem; overflow: auto }
    </style>
    </head>
    <body>
    %s<p><a href="/">Back to the API</a></p>
    </body>
    </html>
    """
        .formatted(text(title), body);
  }

  private static String text(String plain) {
    return HtmlUtils.htmlEscape(plain, "UTF-8").replaceAll("`([^`]*)`", "<code>$1</code>");
  }
}
