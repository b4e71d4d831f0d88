package io.tierhub.histories;

import io.tierhub.support.Api;
import java.io.UncheckedIOException;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * A program that keeps a copy of everything by following the feed under a consumer's name. It is
 * killed every so often, wherever it is, and the next one knows no more than the copy and what was
 * committed.
 */
final class Follower implements AutoCloseable {

  private static final String NAME = "copy";
  private static final int LONGEST_PAGE = 50;

  /** Of so many steps a program does not survive one. */
  private static final int STEPS_OF_A_LIFE = 40;

  private final Door door;
  private final String token;
  private final Random fate;
  private final Told told = new Told();
  private final Thread thread;
  private volatile boolean enough;

  Follower(Door door, String token, long seed) {
    this.door = door;
    this.token = token;
    this.fate = new Random(seed);
    this.thread = Thread.ofVirtual().name("follower").start(this::liveAgainAndAgain);
  }

  private static final class Killed extends RuntimeException {
    Killed() {
      super(null, null, false, false);
    }
  }

  Told told() {
    return told;
  }

  private void liveAgainAndAgain() {
    while (!enough) {
      try {
        liveUntilTheServerIsGone();
      } catch (Killed next) {
        Play.ANSWERED.merge("(a follower) killed", 1, Integer::sum);
      } catch (RuntimeException | Error ended) {
        if (!enough) {
          told.failed(ended);
        }
        return;
      }
    }
  }

  private void liveUntilTheServerIsGone() {
    try {
      live();
    } catch (UncheckedIOException gone) {
      if (!enough) {
        door.awaitCalm();
      }
    }
  }

  private void live() {
    while (!enough) {
      int limit = 1 + fate.nextInt(LONGEST_PAGE);
      Api.Answer page =
          door.any()
              .as(token)
              .send(
                  call -> call.header("Prefer", "wait=2"),
                  "/feed?consumer=%s&limit=%d".formatted(NAME, limit))
              .expect(200, 503);
      if (page.status() == 503) {
        door.awaitCalm();
      } else {
        take(page);
      }
    }
  }

  private void take(Api.Answer page) {
    for (JsonNode event : page.json()) {
      mayBeKilled();
      told.hear(event);
    }
    mayBeKilled();
    if (!page.json().isEmpty()) {
      String position = "{\"position\": %s}".formatted(page.header("X-Feed-Position"));
      // Not kept: the next one reads these again.
      door.any().as(token).put("/feed/consumers/" + NAME, position).expect(200, 503);
    }
  }

  private void mayBeKilled() {
    if (fate.nextInt(STEPS_OF_A_LIFE) == 0) {
      throw new Killed();
    }
  }

  @Override
  public void close() {
    enough = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
