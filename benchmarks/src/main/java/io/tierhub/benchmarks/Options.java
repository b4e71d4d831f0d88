package io.tierhub.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run measures, and how thoroughly.
 *
 * @param requests fulfillment requests in the database; a quarter as many of tier configurations
 * @param grown as many in a second database, for the growth; 0 for none
 * @param accounts 0 for as many as requests, within limits
 * @param only the groups of rows to measure
 * @param seconds of one round of one candidate
 * @param rounds of which the median counts
 * @param port the first of four that the servers listen on
 * @param folder where databases and processes are kept; databases are used again by later runs
 */
record Options(
    int requests,
    int grown,
    int accounts,
    Set<String> only,
    int seconds,
    int rounds,
    Path folder,
    Path application,
    Path document,
    int port) {

  static final List<String> GROUPS =
      List.of("start", "reads", "filters", "growth", "writes", "waiting", "micro");

  static Options read(String[] arguments) {
    int requests = 10_000;
    int grown = 0;
    int accounts = 0;
    Set<String> only = new TreeSet<>(GROUPS);
    int seconds = 3;
    int rounds = 5;
    Path folder = Path.of("target/benchmarks");
    Path application = Path.of("target/application");
    Path document = Path.of("docs/benchmarks.md");
    int port = 18980;
    if (arguments.length % 2 != 0) {
      throw new IllegalArgumentException("every option has a value: " + usage());
    }
    for (int i = 0; i < arguments.length; i += 2) {
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--requests" -> requests = Integer.parseInt(value);
        case "--grown" -> grown = Integer.parseInt(value);
        case "--accounts" -> accounts = Integer.parseInt(value);
        case "--only" -> only = new TreeSet<>(Arrays.asList(value.split(",")));
        case "--seconds" -> seconds = Integer.parseInt(value);
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--folder" -> folder = Path.of(value);
        case "--application" -> application = Path.of(value);
        case "--document" -> document = Path.of(value);
        case "--port" -> port = Integer.parseInt(value);
        default -> throw new IllegalArgumentException("no option " + arguments[i] + ": " + usage());
      }
    }
    if (!GROUPS.containsAll(only)) {
      throw new IllegalArgumentException("--only takes some of " + String.join(",", GROUPS));
    }
    return new Options(
        requests,
        grown,
        accounts,
        only,
        seconds,
        rounds,
        folder.toAbsolutePath(),
        application.toAbsolutePath(),
        document.toAbsolutePath(),
        port);
  }

  /** How many accounts belong to so many requests, if the run does not say. */
  int accountsFor(int size) {
    // Enough for two resellers with 10,000 accounts below them.
    return accounts == 0 ? Math.clamp(size, 40_000, 1_000_000) : accounts;
  }

  private static String usage() {
    return "--requests n --grown n --accounts n --only "
        + String.join(",", GROUPS)
        + " --seconds n --rounds n --folder f --application f --document f --port n";
  }
}
