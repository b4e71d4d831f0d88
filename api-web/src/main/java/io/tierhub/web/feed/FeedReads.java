package io.tierhub.web.feed;

import io.tierhub.feed.Feed;
import io.tierhub.feed.Feed.Slice;
import io.tierhub.feed.FeedBell;
import io.tierhub.feed.FeedConsumers;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.security.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reads the feed at once, once there is something, or for as long as somebody listens. Whoever
 * waits holds a virtual thread and its connection to the server, and nothing of the database.
 */
@Component
class FeedReads {

  private static final Logger LOG = LoggerFactory.getLogger(FeedReads.class);
  private static final String WAIT_ELSEWHERE_SECONDS = "5";
  private static final int AT_ONCE = 100;

  private final Feed feed;
  private final FeedBell bell;
  private final FeedConsumers consumers;
  private final Duration signOfLife;

  FeedReads(
      Feed feed,
      FeedBell bell,
      FeedConsumers consumers,
      @Value("${tierhub.feed.sign-of-life:15s}") Duration signOfLife) {
    this.feed = feed;
    this.bell = bell;
    this.consumers = consumers;
    this.signOfLife = signOfLife;
  }

  /** What is there. */
  Slice now(Actor actor, FeedQuery.Asked asked) {
    return look(actor, asked, begin(actor, asked));
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

  /** What is there once there is something, or nothing after that time. */
  Slice within(
      Duration patience,
      Actor actor,
      FeedQuery.Asked asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    long end = System.nanoTime() + patience.toNanos();
    Slice slice = now(actor, asked);
    if (!slice.events().isEmpty() || asked.limit() == 0) {
      return slice;
    }
    try (FeedBell.Ear ear = listen(actor, asked, response)) {
      slice = look(actor, asked, slice.position());
      while (slice.events().isEmpty() && !ear.isOver() && end > System.nanoTime()) {
        if (ear.hears(Duration.ofNanos(end - System.nanoTime()))) {
          slice = look(actor, asked, slice.position());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Standing.require(request);
    return slice;
  }

  private FeedBell.Ear listen(Actor actor, FeedQuery.Asked asked, HttpServletResponse response) {
    try {
      return bell.listen(actor, asked.filter());
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
    long position = begin(actor, asked);
    FeedQuery.Asked some =
        new FeedQuery.Asked(asked.start(), asked.filter(), Math.clamp(asked.limit(), 1, AT_ONCE));
    try (FeedBell.Ear ear = listen(actor, some, response)) {
      // Before anything is answered: a refusal has a status.
      Slice slice = look(actor, some, position);
      response.setContentType(EventStream.TYPE + ";charset=UTF-8");
      // Or nginx gathers what is to be told at once.
      response.setHeader("X-Accel-Buffering", "no");
      EventStream events = new EventStream(response.getOutputStream());
      events.begin();
      List<Feed.Told> told = slice.events();
      boolean heard = true;
      while (Standing.of(request)) {
        if (!told.isEmpty()) {
          events.send(told);
        } else if (!heard) {
          events.live(slice.position());
        }
        boolean more = told.size() == some.limit();
        if (!more && ear.isOver()) {
          return;
        }
        heard = more || ear.hears(signOfLife);
        if (heard) {
          slice = look(actor, some, slice.position());
        }
        told = heard ? slice.events() : List.of();
      }
    } catch (IOException gone) {
      LOG.debug("whoever read the stream is gone", gone);
    } catch (DataAccessException away) {
      if (!response.isCommitted()) {
        throw away;
      }
      LOG.warn("a stream of events ends, for the database is away: {}", away.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
