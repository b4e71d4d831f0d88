package io.tierhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @Test
  void aChangeMayTakeEverythingAway() {
    assertThat(Quantity.of("0")).contains(Quantity.NONE);
    assertThat(Quantity.of("0.00")).contains(Quantity.NONE);
    assertThat(Quantity.of("2.50")).contains(new Quantity("2.5"));
    assertThat(Quantity.of("-1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "5,5",
    "05,5",
    "5.0,5",
    "2.50,2.5",
    "100,100",
    "0.000001,0.000001",
    "unlimited,unlimited"
  })
  void isKeptInItsShortestForm(String sent, String kept) {
    assertThat(Quantity.positive(sent)).contains(new Quantity(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.0",
        "-1",
        "+1",
        "1e3",
        "1,5",
        " 1",
        "1.",
        ".5",
        "NaN",
        "Unlimited",
        "1234567890123",
        "٣"
      })
  void isNothingElse(String sent) {
    assertThat(Quantity.positive(sent)).isEmpty();
  }

  @Test
  void hasNoScientificForm() {
    assertThat(Quantity.positive("100000000000")).contains(new Quantity("100000000000"));
  }
}
