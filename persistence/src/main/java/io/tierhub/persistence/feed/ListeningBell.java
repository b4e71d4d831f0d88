package io.tierhub.persistence.feed;

import io.tierhub.feed.FeedBell;
import io.tierhub.feed.FeedFilter;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.outage.PoolBeside;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Looks for what was newly told, once for all who wait in this copy, and wakes those whom it
 * concerns. PostgreSQL's NOTIFY says when to look; it is a hint, and so there is a look every
 * second without it, which also finds what was told while the database was away.
 *
 * <p>Its own connection, which it keeps: there are no notifications to a pool.
 */
@Component
class ListeningBell implements FeedBell, SmartLifecycle, DisposableBean {

  /** What the sequencer notifies. */
  static final String CHANNEL = "feed";

  private static final Logger LOG = LoggerFactory.getLogger(ListeningBell.class);
  private static final Duration LOOKS_ANYWAY_AFTER = Duration.ofSeconds(1);
  private static final Duration TRIES_AGAIN_AFTER = Duration.ofMillis(250);

  /** After more than that all are woken: to look for whom would take longer. */
  private static final int TOLD_APART = 2_000;

  private final PoolBeside own;
  private final int mostOfOne;
  private final Map<Place, Set<Listener>> listeners = new ConcurrentHashMap<>();
  private final Map<String, Integer> listening = new ConcurrentHashMap<>();
  private long known = -1;
  private volatile boolean running;
  private Thread thread = new Thread();

  ListeningBell(DataSource pool, @Value("${tierhub.feed.waiting-per-token:1000}") int mostOfOne)
      throws SQLException {
    own = PoolBeside.of(pool, "feed-bell", 0, "listen " + CHANNEL);
    this.mostOfOne = mostOfOne;
  }

  /**
   * Where an event is heard.
   *
   * @param account none: everybody's, which ops hears
   */
  private record Place(Environment environment, @Nullable String account) {}

  private record News(
      String type,
      String owner,
      @Nullable String vendor,
      @Nullable String product,
      Environment in) {}

  private final class Listener implements Ear {

    private final Place place;
    private final String caller;
    private final FeedFilter filter;
    private final Runnable rung;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Listener(Place place, String caller, FeedFilter filter, Runnable rung) {
      this.place = place;
      this.caller = caller;
      this.filter = filter;
      this.rung = rung;
    }

    void hear(News news) {
      if (filter.matches(news.type, news.product)) {
        rung.run();
      }
    }

    @Override
    public boolean isOver() {
      return !running;
    }

    @Override
    public void close() {
      if (!open.getAndSet(false)) {
        return;
      }
      listeners.computeIfPresent(
          place,
          (_, others) -> {
            others.remove(this);
            return others.isEmpty() ? null : others;
          });
      listening.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  @Override
  public Ear listen(Actor actor, FeedFilter filter, Runnable rung) {
    String caller = actor.caller();
    listening.compute(
        caller,
        (_, count) -> {
          if (count != null && count >= mostOfOne) {
            throw Refused.because(
                Refusal.TOO_MANY_CALLS,
                "%d calls of this token wait for events already.".formatted(count));
          }
          return count == null ? 1 : count + 1;
        });
    String account = actor.role() == Role.OPS ? null : actor.account().value();
    Place place = new Place(actor.environment(), account);
    Listener listener = new Listener(place, caller, filter, rung);
    listeners.compute(
        place,
        (_, others) -> {
          Set<Listener> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(listener);
          return all;
        });
    return listener;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("feed-bell").daemon().start(this::run);
  }

  private void run() {
    boolean away = false;
    while (running) {
      try (Connection connection = own.source().getConnection()) {
        if (away) {
          LOG.info("events are listened for again");
          away = false;
        }
        listenOn(connection);
      } catch (SQLException | RuntimeException failure) {
        // Who waits goes on waiting; what is told meanwhile is found by the next look.
        if (!away && running) {
          LOG.warn("nobody hears of new events while the database is away: {}", failure.toString());
          away = true;
        }
        // A refusal comes at once.
        LockSupport.parkNanos(TRIES_AGAIN_AFTER.toNanos());
      }
    }
  }

  private void listenOn(Connection connection) throws SQLException {
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    PGConnection notified = connection.unwrap(PGConnection.class);
    while (running) {
      look(jdbc);
      notified.getNotifications(Math.toIntExact(LOOKS_ANYWAY_AFTER.toMillis()));
    }
  }

  private void look(JdbcTemplate jdbc) {
    Long latest = jdbc.queryForObject("select last_position from feed_sequencer", Long.class);
    long now = latest == null ? 0 : latest;
    if (known < 0 || listeners.isEmpty()) {
      known = now;
      return;
    }
    if (now - known > TOLD_APART) {
      ringAll();
    } else if (now > known) {
      news(jdbc, known, now).forEach(this::tell);
    }
    known = now;
  }

  private static List<News> news(JdbcTemplate jdbc, long after, long to) {
    return jdbc.query(
        "select distinct type, owner_id, vendor_id, product_id, environment from feed"
            + " where position > ? and position <= ?",
        (row, n) ->
            new News(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Environment.ofWire(row.getString(5)).orElseThrow()),
        after,
        to);
  }

  private void tell(News news) {
    at(news.in, null).forEach(listener -> listener.hear(news));
    at(news.in, news.owner).forEach(listener -> listener.hear(news));
    if (news.vendor != null && !news.vendor.equals(news.owner)) {
      at(news.in, news.vendor).forEach(listener -> listener.hear(news));
    }
  }

  private Set<Listener> at(Environment environment, @Nullable String account) {
    return listeners.getOrDefault(new Place(environment, account), Set.of());
  }

  private void ringAll() {
    listeners.values().forEach(all -> all.forEach(listener -> listener.rung.run()));
  }

  /** Before the web server waits for its calls to end: those that wait here would wait on. */
  @Override
  public void stop() {
    running = false;
    ringAll();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void destroy() {
    own.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
