package io.tierhub.web.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierhub.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

  /** As a server is handed what was sent in UTF-8. */
  private static String sent(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Moved", "Umzug nach Zürich", "引っ越し", "on \uD83C\uDFE0 request"})
  void isUtf8(String text) {
    assertThat(Reason.read(List.of(sent("  " + text + " ")))).isEqualTo(text);
  }

  @Test
  void isLatin1IfItCannotBeUtf8() {
    assertThat(Reason.read(List.of("Zürich"))).isEqualTo("Zürich");
  }

  @Test
  void isAsLongAsPeopleCount() {
    String longest = "é".repeat(Reason.LONGEST);
    assertThat(Reason.read(List.of(sent(longest)))).isEqualTo(longest);
    assertThatThrownBy(() -> Reason.read(List.of(sent(longest + "é"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("501 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\tb", "a\u0000b", "a\u001Bb", "a\u0085b", "a\u202Eb"})
  void isAText(String text) {
    assertThatThrownBy(() -> Reason.read(List.of(sent(text))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("X-Reason");
  }

  @Test
  void isOne() {
    assertThatThrownBy(() -> Reason.read(List.of("a", "b")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("2 times");
  }
}
