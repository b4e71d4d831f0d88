package io.tierhub.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.template.DefaultTemplates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MustacheEngineTest {

  private final MustacheEngine engine = new MustacheEngine();

  @Test
  void valuesTakeTheirPlacesAndUnsetOnesAreEmpty() {
    assertThat(
            engine.fill(
                "Hi {{name}}, **{{ vat-number_2 }}** {{ none }}!",
                Map.of("name", "Ada & <b>", "vat-number_2", "X{{name}}")))
        .isEqualTo("Hi Ada & <b>, **X{{name}}** !");
  }

  @Test
  void whatDependsOnAValueIsShownIfThereIsOne() {
    String body = "{{#id}}Your id is {{id}}.{{/id}}{{^id}}No id yet.{{/id}}";
    assertThat(engine.fill(body, Map.of("id", "7"))).isEqualTo("Your id is 7.");
    assertThat(engine.fill(body, Map.of("id", ""))).isEqualTo("No id yet.");
    assertThat(engine.fill(body, Map.of())).isEqualTo("No id yet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{name.class}}", "{{name.bytes}}", "{{#name}}{{class.name}}{{/name}}"})
  void nothingLooksBehindAValue(String body) {
    assertThat(engine.faults(body)).isEmpty();
    assertThat(engine.fill(body, Map.of("name", "Ada"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no room", "{ name }", "}} }", "{ { name } }", "a { b"})
  void bracesThatAreNoPlaceholdersAreText(String body) {
    assertThat(engine.faults(body)).isEmpty();
    assertThat(engine.fill(body, Map.of())).isEqualTo(body);
  }

  @Test
  void whatCannotBeReadIsTold() {
    assertThat(engine.faults("{{ a b }} {{ x|y }} {{> other}} {{ end"))
        .containsExactly(
            "{{ a b }} is no name; write {{ name }} with letters, digits, _ and -.",
            "{{ x|y }} is no name; write {{ name }} with letters, digits, _ and -.",
            "{{> other}}: texts cannot include others.",
            "A placeholder has no end: {{ end… Write {{ name }}.");
    assertThat(engine.faults("one\n{{#a}}two"))
        .singleElement()
        .asString()
        .contains("'a'")
        .contains("line 2");
    assertThat(engine.faults("{{ }}")).containsExactly("A placeholder is empty; write {{ name }}.");
    assertThat(engine.faults("{{#a}}".repeat(201)))
        .containsExactly("There are more than 200 sections.");
  }

  @Test
  void noTextTakesLongToRead() {
    for (String hostile :
        List.of(
            "{{".repeat(25_000),
            "{{ a".repeat(12_000),
            "{{a}}".repeat(9_000),
            "{{#a}}".repeat(200) + "{{/a}}".repeat(200),
            "{{=<% %>=}}".repeat(4_000))) {
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> engine.faults(hostile));
    }
  }

  @Test
  void theTextsOfNewProductsCanBeRead() {
    assertThat(DefaultTemplates.all())
        .allSatisfy(content -> assertThat(engine.faults(content.body())).isEmpty());
  }
}
