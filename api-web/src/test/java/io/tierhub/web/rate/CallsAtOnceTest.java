package io.tierhub.web.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.UserRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** How much one token leaves to others; over HTTP in {@code CallsAtOnceIT}. */
class CallsAtOnceTest {

  private final CallsAtOnce calls = new CallsAtOnce(2, 3);

  private static Actor token(String user) {
    return new Actor(
        new PartnerId("PA-100-100"), Environment.PRODUCTION, new UserRef(user, "name"), "trace");
  }

  private CallsAtOnce.Call enter(String user) {
    return calls.enter(token(user), new MockHttpServletResponse());
  }

  private void assertRefused(String user, Refusal why) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> enter(user))
        .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  void aTokenHasItsOwnCallsAndNoMoreThanThereIsRoomFor() {
    CallsAtOnce.Call first = enter("SU-100-100-100");
    CallsAtOnce.Call second = enter("SU-100-100-100");
    assertRefused("SU-100-100-100", Refusal.TOO_MANY_CALLS);
    CallsAtOnce.Call other = enter("SU-100-100-101");
    assertRefused("SU-100-100-101", Refusal.UNAVAILABLE);
    first.close();
    CallsAtOnce.Call third = enter("SU-100-100-101");
    second.close();
    other.close();
    third.close();
    enter("SU-100-100-100");
    enter("SU-100-100-100");
    enter("SU-100-100-102");
  }

  @Test
  void whatWasRefusedIsNotCounted() {
    CallsAtOnce.Call first = enter("SU-100-100-100");
    enter("SU-100-100-100");
    enter("SU-100-100-101");
    for (int i = 0; i < 10; i++) {
      assertRefused("SU-100-100-100", Refusal.TOO_MANY_CALLS);
      assertRefused("SU-100-100-101", Refusal.UNAVAILABLE);
    }
    first.close();
    enter("SU-100-100-101");
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "2, 0", "-1, 3"})
  void aServerThatWouldRefuseEverythingDoesNotStart(int ofOne, int ofAll) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallsAtOnce(ofOne, ofAll))
        .withMessageContaining("tierhub.tokens.calls-at-once");
  }
}
