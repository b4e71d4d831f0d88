package io.tierhub.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The same work done by several, in turns, so that all of them meet the same machine. */
final class Comparison {

  private static final double QUIET_JIT = 0.03;
  private static final int WARM_UPS_AT_MOST = 40;

  /** Until then most of the code is not even compiled for the first time. */
  private static final long WARM_REQUESTS = 5_000;

  private final Postgres postgres;
  private final int seconds;
  private final int rounds;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  Comparison(Postgres postgres, int seconds, int rounds) {
    this.postgres = postgres;
    this.seconds = seconds;
    this.rounds = rounds;
  }

  /** Does the work for that many seconds. */
  @FunctionalInterface
  interface Work {
    Load.Result run(int seconds) throws Exception;
  }

  private record Candidate(@Nullable JavaServer server, Work work) {}

  /**
   * Medians of the rounds.
   *
   * @param server CPU microseconds of the server for one request, without those of the JIT
   * @param postgres the same of PostgreSQL
   */
  record Measured(double perSecond, double server, double postgres, double p50, double p99) {
    double cpu() {
      return server + postgres;
    }
  }

  Comparison with(String name, @Nullable JavaServer server, Work work) {
    candidates.put(name, new Candidate(server, work));
    return this;
  }

  Map<String, Measured> run() throws Exception {
    for (Candidate candidate : candidates.values()) {
      if (candidate.server == null) {
        candidate.work.run(1);
      } else {
        warmUp(candidate.server, candidate.work, seconds);
      }
    }
    Map<String, List<Measured>> all = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (var candidate : candidates.entrySet()) {
        all.computeIfAbsent(candidate.getKey(), _ -> new ArrayList<>())
            .add(measure(candidate.getKey(), candidate.getValue()));
      }
    }
    Map<String, Measured> medians = new LinkedHashMap<>();
    all.forEach((name, measured) ->
        medians.put(
            name,
            new Measured(
                median(measured, Measured::perSecond),
                median(measured, Measured::server),
                median(measured, Measured::postgres),
                median(measured, Measured::p50),
                median(measured, Measured::p99))));
    return medians;
  }

  /** Has the server do that until its JIT is quiet. */
  static void warmUp(JavaServer server, Work work, int seconds) throws Exception {
    long requests = 0;
    for (int i = 0; i < WARM_UPS_AT_MOST; i++) {
      Cpu.Used before = Cpu.ofJava(server.pid());
      requests += work.run(seconds).requests();
      Cpu.Used used = Cpu.ofJava(server.pid()).since(before);
      if (requests > WARM_REQUESTS && used.jit() < QUIET_JIT * (used.work() + used.jit())) {
        return;
      }
    }
  }

  private Measured measure(String name, Candidate candidate) throws Exception {
    JavaServer server = candidate.server;
    Cpu.Used java = server == null ? new Cpu.Used(0, 0) : Cpu.ofJava(server.pid());
    double database = Cpu.ofPostgres(postgres.pid());
    Load.Result result = candidate.work.run(seconds);
    if (result.refused() > 0) {
      throw new IllegalStateException(name + " refused " + result.refused() + " calls");
    }
    double javaUsed = server == null ? 0 : Cpu.ofJava(server.pid()).since(java).work();
    double databaseUsed = Cpu.ofPostgres(postgres.pid()) - database;
    return new Measured(
        result.perSecond(),
        javaUsed / result.requests(),
        databaseUsed / result.requests(),
        result.p50Millis(),
        result.p99Millis());
  }

  static <T> double median(List<T> all, ToDoubleFunction<T> of) {
    double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
