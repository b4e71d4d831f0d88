package io.tierhub.web.text;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import io.tierhub.template.TemplateEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Fills in texts by Mustache, a language without logic and without loops. Values are put into
 * Markdown as they are: what is made of it for a browser is made safe afterwards, by {@link Html}.
 */
@Component
class MustacheEngine implements TemplateEngine {

  /** Who has mended so many reads the text again anyway. */
  private static final int MOST_FAULTS = 20;

  private static final int MOST_SECTIONS = 200;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern SECTION = Pattern.compile("\\{\\{\\s*[#^]");

  private final Mustache.Compiler compiler =
      Mustache.compiler()
          .escapeHTML(false)
          .defaultValue("")
          .emptyStringIsFalse(true)
          .withLoader(name -> {
            throw new MustacheException("{{> " + name + "}}: texts cannot include others");
          })
          .withCollector(new ValuesOnly());

  @Override
  public List<String> faults(String body) {
    if (SECTION.matcher(body).results().count() > MOST_SECTIONS) {
      return List.of("There are more than " + MOST_SECTIONS + " sections.");
    }
    Template template;
    try {
      template = compiler.compile(body);
    } catch (MustacheParseException unreadable) {
      return List.of(unreadable.getMessage() + ".");
    } catch (IndexOutOfBoundsException noName) {
      return List.of("A placeholder is empty; write {{ name }}."); // What JMustache makes of it.
    }
    FaultFinder faults = new FaultFinder();
    template.visit(faults);
    return faults.found.stream().limit(MOST_FAULTS).toList();
  }

  @Override
  public String fill(String body, Map<String, String> values) {
    return compiler.compile(body).execute(values);
  }

  /** Looks into the values, and never by reflection into what they are made of. */
  private static final class ValuesOnly extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }

  /** Finds what Mustache takes for text or for a name, and nobody means. */
  private static final class FaultFinder implements Mustache.Visitor {

    private static final int EXCERPT = 30;

    private final List<String> found = new ArrayList<>();

    @Override
    public void visitText(String text) {
      for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 2)) {
        String excerpt = text.substring(at, Math.min(text.length(), at + EXCERPT)).strip();
        found.add("A placeholder has no end: %s… Write {{ name }}.".formatted(excerpt));
      }
    }

    @Override
    public void visitVariable(String name) {
      if (!NAME.matcher(name).matches()) {
        found.add(
            "{{ %s }} is no name; write {{ name }} with letters, digits, _ and -."
                .formatted(name.length() > EXCERPT ? name.substring(0, EXCERPT) + "…" : name));
      }
    }

    @Override
    public boolean visitSection(String name) {
      visitVariable(name);
      return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      return visitSection(name);
    }

    @Override
    public boolean visitInclude(String name) {
      found.add("{{> %s}}: texts cannot include others.".formatted(name));
      return false;
    }

    @Override
    public boolean visitParent(String name) {
      return visitInclude(name);
    }
  }
}
