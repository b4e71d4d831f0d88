package io.tierhub.web.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.UserRef;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** How much one caller leaves to others; over HTTP in {@code CallMemoryIT}. */
class CallMemoryTest {

  private static final int KB = 1024;
  private static final int CALLS = 16;

  private final CallMemory memory = new CallMemory(DataSize.ofBytes(CALLS * CallMemory.OF_A_CALL));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private CallMemory.Call enter(String credentials) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("192.0.2.7");
    request.addHeader("Authorization", credentials);
    return memory.enter(request, response);
  }

  private static Actor actor(String user) {
    return new Actor(
        new PartnerId("PA-100-100"), Environment.PRODUCTION, new UserRef(user, "name"), "trace");
  }

  private List<CallMemory.Call> enterAsOftenAsPossible(String credentials) {
    List<CallMemory.Call> calls = new ArrayList<>();
    try {
      while (true) {
        calls.add(enter(credentials));
      }
    } catch (Refused full) {
      return calls;
    }
  }

  private static void assertRefused(Refusal why, ThrowingCallable call) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(call)
        .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  void nobodyHasMoreThanIsLeftForAllOthers() {
    assertThat(enterAsOftenAsPossible("first")).hasSize(8);
    assertThat(enterAsOftenAsPossible("second")).hasSize(4);
    assertThat(enterAsOftenAsPossible("third")).hasSize(2);
    assertThat(enterAsOftenAsPossible("fourth")).hasSize(1);
  }

  @Test
  void whoHasNoneIsNotAtFaultThatThereIsNoRoom() {
    for (String one : new String[] {"first", "second", "third", "fourth"}) {
      enterAsOftenAsPossible(one);
    }
    assertRefused(Refusal.UNAVAILABLE, () -> enter("fifth"));
    assertRefused(Refusal.TOO_MANY_CALLS, () -> enter("first"));
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
  }

  @Test
  void whatHasEndedMakesRoomAndWhatWasRefusedTakesNone() {
    List<CallMemory.Call> calls = enterAsOftenAsPossible("first");
    for (int i = 0; i < 100; i++) {
      assertRefused(Refusal.TOO_MANY_CALLS, () -> enter("first"));
    }
    calls.getFirst().close();
    calls.getFirst().close();
    assertThat(enterAsOftenAsPossible("first")).hasSize(1);
    assertThat(enterAsOftenAsPossible("second")).hasSize(4);
  }

  @Test
  void callsThatCameByOneAddressAreCountedApartOnceItIsKnownWhoseTheyAre() {
    List<CallMemory.Call> calls = enterAsOftenAsPossible("proxy");
    assertThat(calls).noneMatch(CallMemory.Call::isKnown);
    for (CallMemory.Call call : calls.subList(0, 4)) {
      call.isOf(actor("SU-100-100-100"));
      assertThat(call.isKnown()).isTrue();
    }
    assertThat(enterAsOftenAsPossible("proxy")).hasSize(2);
    calls.subList(0, 4).forEach(CallMemory.Call::close);
    assertThat(enterAsOftenAsPossible("proxy")).hasSize(2);
  }

  @Test
  void aCallThatIsOneTooManyOfItsTokenStaysAStrangers() {
    while (true) {
      CallMemory.Call call = enter("one of many JWTs");
      try {
        call.isOf(actor("SU-100-100-100"));
      } catch (Refused tooMany) {
        assertThat(tooMany.why()).isEqualTo(Refusal.TOO_MANY_CALLS);
        assertThat(call.isKnown()).isFalse();
        call.close();
        break;
      }
    }
    assertThat(enterAsOftenAsPossible("another")).hasSize(4);
  }

  @Test
  void whoNeedsNoTokenIsKnownByAddressHoweverOftenTheTokenChanges() {
    int let = 0;
    try {
      while (true) {
        enter("made up " + let).isOfAnybody();
        let++;
      }
    } catch (Refused tooMany) {
      assertThat(tooMany.why()).isEqualTo(Refusal.TOO_MANY_CALLS);
    }
    assertThat(let).isBetween(CALLS / 2 - 1, CALLS / 2);
  }

  @Test
  void theSmallestStoreHasRoomForOneCallOfAToken() {
    CallMemory smallest = new CallMemory(DataSize.ofBytes(2 * CallMemory.OF_A_CALL));
    smallest.enter(new MockHttpServletRequest(), response).isOf(actor("SU-100-100-100"));
  }

  @Test
  void aBodyOfTheGreatestLengthHasRoomAndALongerOneNever() {
    CallMemory.Call call = enter("first");
    int longest = Math.toIntExact(memory.longestBody());
    call.reads(longest);
    call.close();
    CallMemory.Call other = enter("first");
    assertRefused(Refusal.TOO_MANY_CALLS, () -> other.reads(longest + 1));
  }

  @Test
  void aBodyHoldsWhatReadingItTakes() {
    try (CallMemory.Call call = enter("first")) {
      call.reads(8 * KB);
      assertThat(enterAsOftenAsPossible("second")).hasSize(7);
      assertRefused(Refusal.TOO_MANY_CALLS, () -> call.reads(64 * KB));
    }
    assertThat(enterAsOftenAsPossible("third")).hasSize(4);
  }

  @Test
  void aPageHoldsItsRowsUntilItIsReadAndThenWhatIsAnswered() {
    CallMemory.Call call = enter("first");
    assertThatNoException().isThrownBy(() -> call.readsRows(200));
    assertRefused(Refusal.TOO_MANY_CALLS, () -> call.readsRows(1_000));
    call.readsRows(300);
    assertThat(enterAsOftenAsPossible("second")).as("600 KB of 16 calls are gone").hasSize(5);
    call.readsRows(0);
    call.readsRows(250);
    call.isOf(actor("SU-100-100-100"));
    call.answers(100 * KB);
    assertThat(enterAsOftenAsPossible("third")).hasSize(4);
    call.answers(KB);
    call.close();
    assertThat(enterAsOftenAsPossible("fourth")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1B", "299KB", "-1B"})
  void aServerThatWouldRefuseEverythingDoesNotStart(String most) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallMemory(DataSize.parse(most)))
        .withMessageContaining("tierhub.calls-memory must be 300 KB or more");
  }

  @Test
  void aThirdOfTheHeapIsForCallsIfNothingElseIsSaid() {
    CallMemory byDefault = new CallMemory(DataSize.ofBytes(0));
    long calls = 0;
    try {
      while (true) {
        byDefault.enter(new MockHttpServletRequest(), response);
        calls++;
      }
    } catch (Refused full) {
      assertThat(calls)
          .as("half of a third")
          .isEqualTo(Runtime.getRuntime().maxMemory() / 3 / 2 / CallMemory.OF_A_CALL);
    }
  }
}
