package io.tierhub.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Renders pages. Nothing of them is kept by anybody: they show what only their reader may see. */
@Component
public class Pages {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final SpringTemplateEngine templates;

  Pages(SpringTemplateEngine templates) {
    this.templates = templates;
  }

  public ResponseEntity<String> page(HttpStatus status, String name, Map<String, Object> model) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(templates.process(name, new Context(Locale.ENGLISH, model)));
  }

  /** A page that says one thing. */
  public ResponseEntity<String> notice(HttpStatus status, String title, String text) {
    return page(
        status, "notice", Map.of("title", title, "text", text, "good", status.is2xxSuccessful()));
  }

  /** The same for every link that is none of ours, whatever is wrong with it. */
  public ResponseEntity<String> unknownLink() {
    return notice(
        HttpStatus.NOT_FOUND,
        "This link does not work",
        "Please open it again from the mail, whole: some programs cut long links in two.");
  }
}
