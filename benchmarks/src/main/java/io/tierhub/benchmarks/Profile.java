package io.tierhub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where a server's time goes, by the JVM's flight recorder. */
final class Profile {

  private static final String NAME = "profile";
  private static final int LINES = 15;
  private static final int FILES = 5;

  /** By whose code a call passes; the innermost of these names is charged. */
  private static final List<String> PARTS =
      List.of(
          "io.tierhub.",
          "org.postgresql.",
          "com.zaxxer.hikari.",
          "tools.jackson.",
          "org.springframework.security.",
          "org.springframework.jdbc.",
          "org.springframework.transaction.",
          "org.springframework.web.",
          "org.springframework.",
          "org.hibernate.",
          "org.flywaydb.",
          "io.micrometer.",
          "org.apache.catalina.",
          "org.apache.coyote.",
          "org.apache.tomcat.");

  private Profile() {}

  /** Two tables: whose code is innermost, and the innermost frames of somebody's own code. */
  static String during(JavaServer server, Path folder, Postgres.ThrowingRunnable work)
      throws Exception {
    jcmd(server, "JFR.start", "name=" + NAME, "settings=profile");
    work.run();
    List<RecordedStackTrace> stacks = recorded(server, folder);
    jcmd(server, "JFR.stop", "name=" + NAME);
    Map<String, Integer> parts = new HashMap<>();
    Map<String, Integer> frames = new HashMap<>();
    for (RecordedStackTrace stack : stacks) {
      parts.merge(part(stack), 1, Integer::sum);
      stack.getFrames().stream()
          .map(Profile::name)
          .filter(name -> PARTS.stream().anyMatch(name::startsWith))
          .findFirst()
          .ifPresent(name -> frames.merge(name, 1, Integer::sum));
    }
    return "%,d samples. By whose code is innermost:\n\n%s\n\nThe hottest of it:\n\n%s"
        .formatted(stacks.size(), table(parts, stacks.size()), table(frames, stacks.size()));
  }

  /** The option with which a server records itself from its first moment, for {@link #ofStart}. */
  static String fromTheStart() {
    return "-XX:StartFlightRecording:settings=profile,name=" + NAME;
  }

  /**
   * A table of what the thread that starts a server was busy with.
   *
   * @param purposes names, and what a class's name begins with that serves it; a stack is of the
   *     first that any of its frames serves
   */
  static String ofStart(JavaServer server, Path folder, Map<String, List<String>> purposes)
      throws Exception {
    Map<String, Integer> shares = new HashMap<>();
    List<RecordedStackTrace> stacks = recorded(server, folder);
    for (RecordedStackTrace stack : stacks) {
      List<String> names = stack.getFrames().stream().map(Profile::name).toList();
      String purpose =
          purposes.entrySet().stream()
              .filter(each ->
                  names.stream().anyMatch(n -> each.getValue().stream().anyMatch(n::startsWith)))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("other");
      shares.merge(purpose, 1, Integer::sum);
    }
    return "%,d samples.\n\n%s".formatted(stacks.size(), table(shares, stacks.size()));
  }

  /** Where threads were that ran, since the recording began. */
  private static List<RecordedStackTrace> recorded(JavaServer server, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("profile.jfr");
    Files.deleteIfExists(file);
    jcmd(server, "JFR.dump", "name=" + NAME, "filename=" + file);
    List<RecordedStackTrace> stacks = new ArrayList<>();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        RecordedStackTrace stack = event.getStackTrace();
        if (event.getEventType().getName().equals("jdk.ExecutionSample") && stack != null) {
          stacks.add(stack);
        }
      }
    }
    return stacks;
  }

  /** A table of what is in memory. */
  static String memory(JavaServer server) throws IOException {
    Map<String, Long> byFile = Cpu.residentByFile(server.pid());
    long heap = JavaServer.heapMegabytes();
    StringBuilder lines = new StringBuilder("| | MB |\n|---|--:|\n");
    lines.append("| heap, all of it touched | %d |%n".formatted(heap));
    lines.append(
        "| code, metaspace, threads, the compilers, malloc | %d |%n"
            .formatted(byFile.getOrDefault("", 0L) - heap));
    byFile.entrySet().stream()
        .filter(file -> !file.getKey().isEmpty() && file.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(FILES)
        .forEach(file ->
            lines.append(
                "| `%s` | %d |%n"
                    .formatted(Path.of(file.getKey()).getFileName(), file.getValue())));
    return lines.toString();
  }

  private static String part(RecordedStackTrace stack) {
    for (RecordedFrame frame : stack.getFrames()) {
      String name = name(frame);
      for (String part : PARTS) {
        if (name.startsWith(part)) {
          return part + "*";
        }
      }
    }
    return "the JDK alone";
  }

  private static String name(RecordedFrame frame) {
    var method = frame.getMethod();
    return method.getType().getName() + "." + method.getName();
  }

  private static String table(Map<String, Integer> counts, int samples) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(LINES)
        .map(entry ->
            "| `%s` | %.1f %% |".formatted(entry.getKey(), 100.0 * entry.getValue() / samples))
        .collect(Collectors.joining("\n", "| | share |\n|---|--:|\n", ""));
  }

  private static void jcmd(JavaServer server, String... command)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    all.add(String.valueOf(server.pid()));
    all.addAll(List.of(command));
    Load.run(all);
  }
}
