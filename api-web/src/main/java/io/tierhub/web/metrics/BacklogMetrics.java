package io.tierhub.web.metrics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.tierhub.queue.Backlog;
import io.tierhub.queue.Backlogs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What {@code GET /ops/queues} tells, of all companies. Measured when somebody scrapes and not
 * before, and kept for a while: however often it is scraped, the database is asked once in that
 * time. Every copy of the server tells the same.
 */
@Component
class BacklogMetrics implements MultiCollector {

  private static final Logger LOG = LoggerFactory.getLogger(BacklogMetrics.class);
  private static final String ALL = "all";

  /** What was found; nothing if it could not be looked at. */
  private record Measured(@Nullable Backlog backlog) {}

  private final Backlogs backlogs;
  private final LoadingCache<String, Measured> measured;

  BacklogMetrics(
      Backlogs backlogs,
      PrometheusRegistry registry,
      @Value("${tierhub.metrics.measure-every:15s}") Duration every) {
    this.backlogs = backlogs;
    this.measured = Caffeine.newBuilder().expireAfterWrite(every).build(all -> measure());
    registry.register(this);
  }

  private Measured measure() {
    try {
      return new Measured(backlogs.ofAll());
    } catch (DataAccessException away) {
      // The scrape still tells of everything else, and by tierhub_backlog_measured of this.
      LOG.warn("what waits could not be measured: {}", away.getMessage());
      return new Measured(null);
    }
  }

  @Override
  public MetricSnapshots collect() {
    Backlog now = measured.get(ALL).backlog();
    GaugeSnapshot told =
        gauge(
            "tierhub_backlog_measured",
            "Whether what waits could be measured",
            Stream.of(point(now == null ? 0 : 1, Labels.EMPTY)));
    return now == null ? MetricSnapshots.of(told) : new MetricSnapshots(all(now, told));
  }

  private static List<MetricSnapshot> all(Backlog now, GaugeSnapshot told) {
    List<MetricSnapshot> all = new ArrayList<>();
    all.add(told);
    all.add(
        lines(
            now, "tierhub_queue_requests", "Requests that wait", line -> (double) line.requests()));
    all.add(
        lines(
            now,
            "tierhub_queue_claimed",
            "Requests that wait and that a worker has claimed",
            line -> (double) line.claimed()));
    all.add(
        lines(
            now,
            "tierhub_queue_oldest_seconds",
            "For how long the first of the requests waits",
            line -> seconds(line.oldest(), now)));
    all.add(
        mails(now, "tierhub_mails", "Mails of the last three days", line -> (double) line.mails()));
    all.add(
        mails(
            now,
            "tierhub_mails_oldest_seconds",
            "How long ago the first of the mails was written",
            line -> seconds(line.oldest(), now)));
    all.add(
        webhooks(
            now,
            "tierhub_webhook_waiting",
            "Deliveries that an endpoint has not taken yet",
            line -> (double) line.waiting()));
    all.add(
        webhooks(
            now,
            "tierhub_webhook_failures_in_row",
            "Calls of an endpoint that failed since the last one that did not",
            line -> (double) line.failuresInRow()));
    all.add(
        webhooks(
            now,
            "tierhub_webhook_oldest_seconds",
            "For how long the first delivery waits for its endpoint",
            line -> line.oldest() == null ? 0 : seconds(line.oldest(), now)));
    Backlog.Events events = now.events();
    if (events != null) {
      Instant oldest = events.oldest();
      all.add(
          gauge(
              "tierhub_feed_lag_seconds",
              "For how long the first of the events waits for its position in the feed",
              Stream.of(point(oldest == null ? 0 : seconds(oldest, now), Labels.EMPTY))));
    }
    return all;
  }

  private static GaugeSnapshot lines(
      Backlog now, String name, String help, Function<Backlog.Line, Double> value) {
    return gauge(
        name,
        help,
        now.lines().stream().map(line -> point(value.apply(line), labels(line.kind()))));
  }

  private static Labels labels(Backlog.Kind kind) {
    return Labels.of(
        "environment",
        kind.environment(),
        "kind",
        kind.kind(),
        "status",
        kind.status(),
        "waits_for",
        kind.waitsFor(),
        "vendor",
        kind.vendor().id(),
        "product",
        kind.product().id());
  }

  private static GaugeSnapshot mails(
      Backlog now, String name, String help, Function<Backlog.MailLine, Double> value) {
    return gauge(
        name,
        help,
        now.mails().stream()
            .map(line ->
                point(
                    value.apply(line),
                    Labels.of("environment", line.environment(), "status", line.status()))));
  }

  private static GaugeSnapshot webhooks(
      Backlog now, String name, String help, Function<Backlog.WebhookLine, Double> value) {
    return gauge(
        name,
        help,
        now.webhooks().stream()
            .map(line ->
                point(
                    value.apply(line),
                    Labels.of("environment", line.environment(), "webhook", line.id()))));
  }

  private static GaugeSnapshot gauge(
      String name, String help, Stream<GaugeDataPointSnapshot> points) {
    return new GaugeSnapshot(
        new io.prometheus.metrics.model.snapshots.MetricMetadata(name, help), points.toList());
  }

  private static GaugeDataPointSnapshot point(double value, Labels labels) {
    return new GaugeDataPointSnapshot(value, labels, null);
  }

  private static double seconds(Instant since, Backlog now) {
    return Math.max(0, Duration.between(since, now.at()).toMillis() / 1000.0);
  }
}
