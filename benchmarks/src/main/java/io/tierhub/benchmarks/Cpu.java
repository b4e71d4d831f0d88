package io.tierhub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** CPU time and memory of processes, from /proc. */
final class Cpu {

  private static final double MICROSECONDS_PER_TICK = 10_000;
  private static final List<String> JIT = List.of("(C1 Compiler", "(C2 Compiler");

  private Cpu() {}

  /**
   * @param work of everything but the JIT compiler
   */
  record Used(double work, double jit) {
    Used since(Used before) {
      return new Used(work - before.work, jit - before.jit);
    }
  }

  /** Microseconds that a Java process used so far. */
  static Used ofJava(long pid) throws IOException {
    double jit = 0;
    for (Path thread : children(Path.of("/proc/" + pid + "/task"))) {
      String stat = stat(thread);
      if (JIT.stream().anyMatch(stat::contains)) {
        jit += ticks(stat, 11) + ticks(stat, 12);
      }
    }
    String all = stat(Path.of("/proc/" + pid));
    double total = ticks(all, 11) + ticks(all, 12);
    return new Used((total - jit) * MICROSECONDS_PER_TICK, jit * MICROSECONDS_PER_TICK);
  }

  /** Microseconds of PostgreSQL with all its processes, those included that ended. */
  static double ofPostgres(long postmaster) throws IOException {
    String own = stat(Path.of("/proc/" + postmaster));
    double sum = ticks(own, 11) + ticks(own, 12) + ticks(own, 13) + ticks(own, 14);
    String children =
        Files.readString(Path.of("/proc/%1$d/task/%1$d/children".formatted(postmaster)));
    for (String child : children.strip().split(" ")) {
      if (!child.isEmpty()) {
        String stat = stat(Path.of("/proc/" + child));
        sum += ticks(stat, 11) + ticks(stat, 12);
      }
    }
    return sum * MICROSECONDS_PER_TICK;
  }

  /** Megabytes of a process that are in memory. */
  static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  /**
   * Megabytes of a process that are in memory, by the file that they are of; what is of no file is
   * under the empty name.
   */
  static Map<String, Long> residentByFile(long pid) throws IOException {
    Map<String, Long> kilobytes = new TreeMap<>();
    String file = "";
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps"))) {
      if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
        String[] mapping = line.split(" +", 6);
        file = mapping.length < 6 || mapping[5].startsWith("[") ? "" : mapping[5];
      } else if (line.startsWith("Rss:")) {
        kilobytes.merge(file, Long.parseLong(line.replaceAll("\\D", "")), Long::sum);
      }
    }
    kilobytes.replaceAll((name, size) -> size / 1024);
    return kilobytes;
  }

  /** How many processes wanted a core in the last minute. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  /** Nothing of a process that has ended, be it between opening the file and reading it. */
  private static String stat(Path process) throws IOException {
    try {
      return Files.readString(process.resolve("stat"));
    } catch (IOException unreadable) {
      if (Files.exists(process)) {
        throw unreadable;
      }
      return "";
    }
  }

  /** A field of a stat line, counted from the one behind the name. */
  private static long ticks(String stat, int field) {
    return stat.isEmpty()
        ? 0
        : Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[field]);
  }
}
