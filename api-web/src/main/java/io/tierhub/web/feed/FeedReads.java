package io.tierhub.web.feed;

import io.tierhub.feed.Feed;
import io.tierhub.feed.Feed.Slice;
import io.tierhub.feed.FeedBell;
import io.tierhub.feed.FeedConsumers;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.rate.CallMemory;
import io.tierhub.web.security.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reads the feed at once, once there is something, or for as long as somebody listens. Whoever
 * waits holds nothing of the database.
 */
@Component
class FeedReads {

  private static final Logger LOG = LoggerFactory.getLogger(FeedReads.class);
  private static final String WAIT_ELSEWHERE_SECONDS = "5";
  private static final int AT_ONCE = 100;

  private final Feed feed;
  private final FeedBell bell;
  private final FeedConsumers consumers;
  private final FeedStreams streams;
  private final Semaphore polls;

  FeedReads(
      Feed feed,
      FeedBell bell,
      FeedConsumers consumers,
      FeedStreams streams,
      @Value("${tierhub.feed.polls-waiting:200}") int polls) {
    this.feed = feed;
    this.bell = bell;
    this.consumers = consumers;
    this.streams = streams;
    this.polls = new Semaphore(polls);
  }

  /** What is there. */
  Slice now(Actor actor, FeedQuery.Asked asked, CallMemory.Call call) {
    return look(actor, asked, begin(actor, asked), call);
  }

  /** Holds what reading takes, and what is found; who waits on holds nothing of it. */
  private Slice look(Actor actor, FeedQuery.Asked asked, long position, CallMemory.Call call) {
    call.readsRows(asked.limit());
    Slice slice = look(actor, asked, position);
    if (slice.events().isEmpty()) {
      call.readsRows(0);
    }
    return slice;
  }

  private long begin(Actor actor, FeedQuery.Asked asked) {
    return switch (asked.start()) {
      case FeedQuery.Start.After(long position) -> position;
      case FeedQuery.Start.Latest() -> feed.extent().latest();
      case FeedQuery.Start.Oldest() -> feed.extent().beforeOldest();
      case FeedQuery.Start.Consumer(String name) ->
          consumers.position(actor, name).orElseGet(() -> feed.extent().beforeOldest());
    };
  }

  private Slice look(Actor actor, FeedQuery.Asked asked, long position) {
    return checked(feed.after(actor, asked.filter(), position, asked.limit()), position);
  }

  private static Slice checked(Slice slice, long after) {
    Feed.Extent extent = slice.extent();
    if (after < extent.beforeOldest()) {
      throw Refused.because(
              Refusal.FEED_GONE,
              "What followed on position %d is no longer kept. Read the lists anew, then go on after %d."
                  .formatted(after, extent.beforeOldest()))
          .with(Map.of("restart_after", Long.toString(extent.beforeOldest())));
    }
    if (after > extent.latest()) {
      throw Refused.at(
          Refusal.INVALID,
          "/after",
          "The feed is at %d; position %d was not given yet.".formatted(extent.latest(), after));
    }
    return slice;
  }

  /**
   * What is there once there is something, or nothing after that time. It waits only if there is
   * room: whoever waits so holds all that a call needs.
   */
  Waited within(
      Duration patience,
      Actor actor,
      FeedQuery.Asked asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    long end = System.nanoTime() + patience.toNanos();
    CallMemory.Call call = CallMemory.of(request);
    Slice slice = now(actor, asked, call);
    if (!slice.events().isEmpty() || asked.limit() == 0) {
      return new Waited(slice, true);
    }
    if (!polls.tryAcquire()) {
      return new Waited(slice, false);
    }
    Semaphore rung = new Semaphore(0);
    try (FeedBell.Ear ear = listen(actor, asked, rung::release, response)) {
      slice = look(actor, asked, slice.position(), call);
      while (slice.events().isEmpty() && !ear.isOver() && end > System.nanoTime()) {
        if (rung.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          rung.drainPermits();
          slice = look(actor, asked, slice.position(), call);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      polls.release();
    }
    Standing.require(request);
    return new Waited(slice, true);
  }

  /**
   * @param asAsked whether it would have waited for as long as was asked
   */
  record Waited(Slice slice, boolean asAsked) {}

  private FeedBell.Ear listen(
      Actor actor, FeedQuery.Asked asked, Runnable rung, HttpServletResponse response) {
    try {
      return bell.listen(actor, asked.filter(), rung);
    } catch (Refused tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_ELSEWHERE_SECONDS);
      throw tooMany;
    }
  }

  /** Everything, as it comes, for as long as its reader stays and may. */
  void stream(
      Actor actor,
      FeedQuery.Asked asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    FeedQuery.Asked some =
        new FeedQuery.Asked(asked.start(), asked.filter(), Math.clamp(asked.limit(), 1, AT_ONCE));
    long position = begin(actor, asked);
    // Before anything is answered: a refusal has a status.
    look(actor, some, position);
    FeedStreams.Stream stream =
        streams.stream(
            actor, Standing.of(request), from -> look(actor, some, from), some.limit(), position);
    FeedBell.Ear ear = listen(actor, some, stream::turn, response);
    stream.listensBy(ear);
    response.setContentType(EventStream.TYPE + ";charset=UTF-8");
    // Or nginx gathers what is to be told at once.
    response.setHeader("X-Accel-Buffering", "no");
    try {
      response.getOutputStream().write(EventStream.begin());
      Detached.of(request, response, stream::begin, stream::end);
    } catch (IOException gone) {
      LOG.debug("whoever wanted a stream is gone", gone);
      stream.end();
    }
  }
}
