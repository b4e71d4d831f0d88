package io.tierhub.benchmarks;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks. */
final class Micro {

  private final Scene scene;

  Micro(Scene scene) {
    this.scene = scene;
  }

  void measure() throws RunnerException {
    var results =
        new Runner(
                new OptionsBuilder()
                    .include("io\\.tierhub\\.benchmarks\\.micro\\..*")
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(scene.options().seconds()))
                    .measurementIterations(scene.options().rounds())
                    .measurementTime(TimeValue.seconds(scene.options().seconds()))
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .build())
            .run();
    scene
        .document()
        .section(
            "Parser and JSON, by JMH",
            "| | µs | ± |\n|---|--:|--:|\n"
                + results.stream().map(Micro::line).collect(Collectors.joining("\n")));
  }

  private static String line(RunResult result) {
    var primary = result.getPrimaryResult();
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f |",
        result.getParams().getBenchmark().replaceAll("io\\.tierhub\\.benchmarks\\.micro\\.", ""),
        primary.getScore(),
        primary.getScoreError());
  }
}
