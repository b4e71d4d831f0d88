package io.tierhub.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Programs differ in what they do when a call is not answered. */
enum Client {

  /** Never asks what became of it. */
  GIVES_UP,

  /** Connect's own: sends a create again, and is told if it was made already. */
  CREATES_AGAIN,

  /** A careful one: draws a key and sends everything again, even what was answered. */
  HAS_KEYS;

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TRIES_EVERY = Duration.ofMillis(100);

  /** What a client knows of what it asked for. */
  enum Fate {
    ANSWERED,
    NOT_DONE,
    /** Happened wholly or not at all. */
    UNKNOWN
  }

  /**
   * @param status of the answer; of no meaning if there was none
   * @param id of what was made, or null
   * @param words of the server
   */
  record Heard(Fate fate, int status, String id, String words) {}

  /**
   * Sends it until it is answered, if this client does.
   *
   * @param token of who sends it
   */
  Heard send(Command command, Call call, Door door, String token) {
    Call sent = this == HAS_KEYS && call.takesKey() ? call.withKey() : call;
    Heard first = once(sent, door, token);
    boolean again =
        switch (this) {
          case GIVES_UP -> false;
          case CREATES_AGAIN -> command instanceof Command.Open || command instanceof Command.Buy;
          case HAS_KEYS -> sent.key() != null;
        };
    if (first.fate() == Fate.ANSWERED && sent.key() != null && first.status() < 300) {
      askAgain(sent, first, door, token);
    }
    if (first.fate() == Fate.ANSWERED || !again) {
      return first;
    }
    boolean[] mayBeDone = {first.fate() == Fate.UNKNOWN};
    Heard last =
        await()
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .pollInterval(TRIES_EVERY)
            .until(
                () -> {
                  Heard heard = once(sent, door, token);
                  mayBeDone[0] |= heard.fate() == Fate.UNKNOWN;
                  return heard;
                },
                heard -> heard.fate() == Fate.ANSWERED);
    Play.ANSWERED.merge(
        "(sent again by who %s) %d".formatted(this, last.status()), 1, Integer::sum);
    if (this == HAS_KEYS || !mayBeDone[0]) {
      return last;
    }
    return switch (last.status()) {
      case 201 -> last;
      case 409 -> new Heard(Fate.ANSWERED, 201, last.id(), last.words());
      default -> new Heard(Fate.UNKNOWN, last.status(), null, last.words());
    };
  }

  /** What was done is answered the same again, and is not done again. */
  private static void askAgain(Call sent, Heard first, Door door, String token) {
    Heard again = once(sent, door, token);
    if (again.fate() == Fate.ANSWERED) {
      assertThat(again).as("the same call once more: %s", sent).isEqualTo(first);
    }
  }

  private static Heard once(Call call, Door door, String token) {
    Api.Answer answer;
    door.sending();
    try {
      answer = call.send(door.any().as(token));
    } catch (UncheckedIOException gone) {
      return new Heard(Fate.UNKNOWN, 0, null, gone.getMessage());
    }
    return new Heard(fate(answer), answer.status(), idOf(answer), answer.text().strip());
  }

  private static Fate fate(Api.Answer answer) {
    if (answer.status() == 409 && "IDM_001".equals(answer.at("error_code"))) {
      return Fate.NOT_DONE; // by this call: the one before it is still under way
    }
    if (answer.status() != 503) {
      return Fate.ANSWERED;
    }
    assertThat(answer.header("Retry-After")).as(answer.text()).matches("[1-9]\\d*");
    return answer.at("detail").contains("nothing was changed") ? Fate.NOT_DONE : Fate.UNKNOWN;
  }

  /** What was made, now or before. */
  private static String idOf(Api.Answer answer) {
    return switch (answer.status()) {
      case 201 -> answer.at("id");
      case 409 ->
          Optional.ofNullable(answer.at("params.id"))
              .orElseGet(() -> answer.at("params.request_id"));
      default -> null;
    };
  }
}
