package io.tierhub.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class FaultsTest {

  private final Faults faults = new Faults();

  private Refused refusal() {
    return catchThrowableOfType(Refused.class, faults::refuseIfAny);
  }

  @Test
  void nothingGatheredRefusesNothing() {
    assertThatCode(faults::refuseIfAny).doesNotThrowAnyException();
  }

  @Test
  void oneKeepsItsCode() {
    faults.add(Refusal.CYCLE_IN_TREE, "/parent", "below itself");
    assertThat(refusal().why()).isEqualTo(Refusal.CYCLE_IN_TREE);
  }

  @Test
  void severalAlikeKeepTheirCode() {
    faults.add(Refusal.PARENT_NOT_FOUND, "/0/parent/id", "none");
    faults.add(Refusal.PARENT_NOT_FOUND, "/1/parent/id", "none");
    assertThat(refusal().why()).isEqualTo(Refusal.PARENT_NOT_FOUND);
    assertThat(refusal().violations()).hasSize(2);
  }

  @Test
  void severalKindsAreTogetherInvalidAndAllNamed() {
    faults.check(() -> {
      throw Refused.at(Refusal.PARENT_NOT_FOUND, "/parent/id", "none");
    });
    faults.add(Refusal.INVALID, "/name", "too long");
    assertThat(refusal().why()).isEqualTo(Refusal.INVALID);
    assertThat(refusal().violations())
        .extracting(Violation::flat)
        .containsExactly("parent.id: none", "name: too long");
  }
}
