package io.tierhub.web.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierhub.kernel.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  private static String read(String text) {
    return IdempotencyKey.read(List.of(text));
  }

  @Test
  void theQuotesAreNoPartOfIt() {
    assertThat(read("\"8e03978e-40d5\"")).isEqualTo("8e03978e-40d5");
    assertThat(read("8e03978e-40d5")).isEqualTo("8e03978e-40d5");
    assertThat(read("  8e03978e-40d5 ")).isEqualTo("8e03978e-40d5");
    assertThat(read("\"a\\\"b\\\\c\"")).isEqualTo("a\"b\\c");
    assertThat(read("\"a,b;c\"")).isEqualTo("a,b;c");
  }

  @Test
  void itsLengthIsCountedWithoutThem() {
    String longest = "x".repeat(255);
    assertThat(read('"' + longest + '"')).isEqualTo(longest);
    assertThat(read("\"\\\"" + "x".repeat(254) + '"')).hasSize(255);
    assertThatThrownBy(() -> read(longest + "x"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("has 256 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"\"",
        "a b",
        "\"a b\"",
        "Zürich",
        "\"Zürich\"",
        "a\u0000",
        "\"a",
        "a\"b",
        "a,b"
      })
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("The header Idempotency-Key ");
  }

  @Test
  void thereIsButOne() {
    assertThatThrownBy(() -> IdempotencyKey.read(List.of("a", "a")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("was sent 2 times");
  }
}
