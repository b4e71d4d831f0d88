package io.tierhub.web.feed;

import io.tierhub.feed.Feed;
import io.tierhub.feed.FeedBell;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.OnBehalf;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Streams of events to those who listen. One that has nothing to tell is a connection and a few
 * objects; a thread it has only while it tells.
 */
@Component
class FeedStreams implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(FeedStreams.class);

  /** How many signs of life are looked for in the time of one. */
  private static final int LOOKS = 5;

  /** After that the connection broke before it was handed over. */
  private static final Duration BEGINS_WITHIN = Duration.ofMinutes(1);

  private final Duration signOfLife;
  private final Set<Stream> all = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("feed-streams").daemon().factory());

  FeedStreams(@Value("${tierhub.feed.sign-of-life:15s}") Duration signOfLife) {
    this.signOfLife = signOfLife;
    long every = signOfLife.toMillis() / LOOKS;
    beat.scheduleWithFixedDelay(this::signs, every, every, TimeUnit.MILLISECONDS);
  }

  private void signs() {
    all.forEach(Stream::sign);
  }

  @Override
  public void destroy() {
    beat.shutdownNow();
  }

  /**
   * A stream that is about to be told.
   *
   * @param look what follows on a position, for the actor
   * @param full how many events a look finds if there may be more
   */
  Stream stream(
      Actor actor, BooleanSupplier standing, LongFunction<Feed.Slice> look, int full, long from) {
    return new Stream(actor, standing, look, full, from);
  }

  /** One reader's. Whatever calls for a turn, there is one at a time. */
  final class Stream {

    private final Actor actor;
    private final BooleanSupplier standing;
    private final LongFunction<Feed.Slice> look;
    private final int full;
    private final AtomicInteger calls = new AtomicInteger();
    private long position;
    private volatile long wroteAt = System.nanoTime();
    private volatile @Nullable Detached to;
    private FeedBell.@Nullable Ear ear;

    private Stream(
        Actor actor, BooleanSupplier standing, LongFunction<Feed.Slice> look, int full, long from) {
      this.actor = actor;
      this.standing = standing;
      this.look = look;
      this.full = full;
      this.position = from;
    }

    /** To be called before the first turn. */
    void listensBy(FeedBell.Ear heard) {
      ear = heard;
      all.add(this);
    }

    /** Begins to tell. */
    void begin(Detached connection) {
      to = connection;
      if (all.contains(this)) {
        turn();
      } else {
        end();
      }
    }

    /** Ends, because its reader is gone or may hear no more. */
    void end() {
      Detached connection = to;
      to = null;
      all.remove(this);
      if (ear != null) {
        ear.close();
      }
      if (connection != null) {
        connection.close();
      }
    }

    /** Tells what there is, on a thread of its own, or has whoever tells look again. */
    void turn() {
      if (to != null && calls.getAndIncrement() == 0) {
        Thread.startVirtualThread(this::turns);
      }
    }

    private void turns() {
      int done = calls.get();
      do {
        if (!tells()) {
          // No more turns: the count stays above zero.
          return;
        }
        done = calls.addAndGet(-done);
      } while (done > 0);
    }

    /** Whether it goes on. */
    private boolean tells() {
      Detached connection = to;
      FeedBell.Ear heard = ear;
      boolean goesOn = false;
      try {
        goesOn =
            connection != null
                && heard != null
                && OnBehalf.<Boolean, IOException>of(actor, () -> tell(connection))
                && !heard.isOver();
      } catch (IOException gone) {
        LOG.debug("whoever read the stream is gone", gone);
      } catch (DataAccessException away) {
        LOG.warn("a stream of events ends, for the database is away: {}", away.getMessage());
      } catch (RuntimeException | Error failed) {
        LOG.error("a stream of events ends", failed);
      }
      if (!goesOn) {
        end();
      }
      return goesOn;
    }

    /** All that there is. Whether its reader may hear more. */
    private boolean tell(Detached connection) throws IOException {
      int found;
      do {
        Feed.Slice slice = look.apply(position);
        found = slice.events().size();
        if (!standing.getAsBoolean()) {
          return false;
        }
        if (found > 0) {
          connection.write(EventStream.of(slice.events()));
          wroteAt = System.nanoTime();
        }
        position = slice.position();
      } while (found == full);
      return true;
    }

    /** Shows that it is alive if it was silent for long. */
    private void sign() {
      Duration silent = Duration.ofNanos(System.nanoTime() - wroteAt);
      if (to == null) {
        if (silent.compareTo(BEGINS_WITHIN) > 0) {
          end();
        }
      } else if (silent.compareTo(signOfLife) >= 0 && calls.compareAndSet(0, 1)) {
        Thread.startVirtualThread(this::live);
      }
    }

    private void live() {
      if (isShownAlive() && calls.decrementAndGet() > 0) {
        turns();
      }
    }

    private boolean isShownAlive() {
      Detached connection = to;
      boolean shown = false;
      try {
        if (connection != null && standing.getAsBoolean()) {
          connection.write(EventStream.live(position));
          wroteAt = System.nanoTime();
          shown = true;
        }
      } catch (IOException gone) {
        LOG.debug("whoever read the stream is gone", gone);
      } catch (DataAccessException away) {
        LOG.warn("a stream of events ends, for the database is away: {}", away.getMessage());
      }
      if (!shown) {
        end();
      }
      return shown;
    }
  }
}
