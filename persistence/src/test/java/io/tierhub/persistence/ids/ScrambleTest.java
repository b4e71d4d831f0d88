package io.tierhub.persistence.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScrambleTest {

  @Test
  void everyNumberOfADomainIsHitExactlyOnce() {
    assertThat(LongStream.range(0, 100_000).map(n -> Scramble.within(5, "MP", n)).sorted())
        .containsExactlyElementsOf(LongStream.range(0, 100_000).boxed().toList());
  }

  @Test
  void theFirstNumbersOfALargeDomainDifferAndStayWithin() {
    assertThat(LongStream.range(0, 100_000).map(n -> Scramble.within(12, "TA", n)).distinct())
        .hasSize(100_000)
        .allMatch(id -> id >= 0 && id < 1_000_000_000_000L);
  }

  @Test
  void kindsHaveOrdersOfTheirOwn() {
    assertThat(Scramble.within(6, "VA", 1)).isNotEqualTo(Scramble.within(6, "PA", 1));
  }

  @Test
  void whatIsUsedUpIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scramble.within(5, "MP", 100_000))
        .withMessageContaining("used up");
  }
}
