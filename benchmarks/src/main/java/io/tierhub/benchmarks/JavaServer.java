package io.tierhub.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that is measured, in a process of its own. */
final class JavaServer implements AutoCloseable {

  /**
   * As in a container of 512 MB: that is what the memory's goal is about. Half of the heap is for
   * what is young, and pages under way find room there: with less of it they are taken for what
   * stays.
   */
  static final List<String> MEMORY =
      List.of("-XX:+UseSerialGC", "-Xms184m", "-Xmx184m", "-Xmn88m", "-XX:SurvivorRatio=3");

  private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

  private final Process process;
  private final int port;
  private final Duration startedIn;
  private final Cpu.Used usedByStart;

  private JavaServer(Process process, int port, Duration startedIn, Cpu.Used usedByStart) {
    this.process = process;
    this.port = port;
    this.startedIn = startedIn;
    this.usedByStart = usedByStart;
  }

  /** The heap that {@link #MEMORY} gives. */
  static long heapMegabytes() {
    return MEMORY.stream()
        .filter(option -> option.startsWith("-Xmx"))
        .mapToLong(option -> Long.parseLong(option.replaceAll("\\D", "")))
        .sum();
  }

  /**
   * @param probe the path that answers, with whatever status, once the server is there
   */
  static JavaServer start(
      List<String> options,
      List<String> program,
      Map<String, String> environment,
      Path log,
      int port,
      String probe)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Threads of the compiler that end would take their CPU time along into the rest.
    command.add("-XX:-UseDynamicNumberOfCompilerThreads");
    command.addAll(options);
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    // A run that is broken off leaves nothing behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + probe))
            .timeout(Duration.ofSeconds(60))
            .build();
    while (true) {
      try {
        client.send(request, HttpResponse.BodyHandlers.discarding());
        break;
      } catch (IOException notYet) {
        boolean late = System.nanoTime() - begun > STARTS_WITHIN.toNanos();
        if (late || !process.isAlive()) {
          process.destroy();
          throw new IllegalStateException("no answer; the end of its log:\n" + end(log), notYet);
        }
        Thread.sleep(20);
      }
    }
    Duration startedIn = Duration.ofNanos(System.nanoTime() - begun);
    return new JavaServer(process, port, startedIn, Cpu.ofJava(process.pid()));
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
  }

  long pid() {
    return process.pid();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  Duration startedIn() {
    return startedIn;
  }

  Cpu.Used usedByStart() {
    return usedByStart;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(60, TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
