package io.tierhub.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where the {@code type} of an error leads: a page for people, JSON for programs. */
@Hidden
@RestController
@RequestMapping("/problems")
class ProblemPages {

  private static final String HTML = "text/html;charset=UTF-8";

  private final JsonMapper json;

  ProblemPages(JsonMapper json) {
    this.json = json;
  }

  @GetMapping(produces = HTML)
  String all() {
    return ProblemHtml.all(Catalogue.entries());
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  List<Catalogue.Entry> allForPrograms() {
    return Catalogue.entries();
  }

  @GetMapping(path = "/{slug}", produces = HTML)
  String one(@PathVariable String slug) {
    Refusal why = named(slug);
    String example =
        json.writerWithDefaultPrettyPrinter().writeValueAsString(Catalogue.example(why));
    return ProblemHtml.one(Catalogue.of(why), example);
  }

  @GetMapping(path = "/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
  Catalogue.Entry oneForPrograms(@PathVariable String slug) {
    return Catalogue.of(named(slug));
  }

  private static Refusal named(String slug) {
    return Catalogue.called(slug).orElseThrow(() -> Refused.notFound(slug));
  }
}
