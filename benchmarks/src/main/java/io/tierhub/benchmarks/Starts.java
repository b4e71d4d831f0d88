package io.tierhub.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How fast the packaged server is there, with its database running and without one. */
final class Starts {

  private static final Map<String, List<String>> PURPOSES = purposes();

  private final Scene scene;

  Starts(Scene scene) {
    this.scene = scene;
  }

  private record Start(double seconds, double cpuSeconds, long megabytes) {}

  void measure() throws Exception {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < scene.options().rounds(); i++) {
      try (JavaServer server = scene.start()) {
        starts.add(start(server));
      }
    }
    double wall = Comparison.median(starts, Start::seconds);
    double cpu = Comparison.median(starts, Start::cpuSeconds);
    scene
        .document()
        .verdict(
            "start to the first answer, database there",
            "≤ 4.5 s, ≤ 8 CPU s",
            "%s s, %s CPU s, %.0f MB resident"
                .formatted(
                    Document.number(wall),
                    Document.number(cpu),
                    Comparison.median(starts, Start::megabytes)),
            wall <= 4.5 && cpu <= 8);
    try (JavaServer server = scene.start(Profile.fromTheStart())) {
      scene
          .document()
          .section(
              "Where the time goes: start",
              Profile.ofStart(server, scene.options().folder(), PURPOSES));
    }
    Path home = scene.application().home().resolve("first");
    delete(home);
    try (JavaServer server = scene.application().startAlone("first")) {
      // The demo is loaded after the first answer; its file is written with its commit.
      long begun = System.nanoTime();
      while (!Files.exists(home.resolve("demo.env"))) {
        Thread.sleep(20);
      }
      double first = server.startedIn().toMillis() / 1000.0 + (System.nanoTime() - begun) / 1e9;
      scene
          .document()
          .verdict(
              "first start ever, embedded database, schema and demo included",
              "≤ 12 s",
              Document.number(first) + " s",
              first <= 12);
    }
  }

  /** The innermost purposes first: what Hibernate does while Spring makes a bean is Hibernate's. */
  private static Map<String, List<String>> purposes() {
    Map<String, List<String>> purposes = new LinkedHashMap<>();
    purposes.put("the database's schema: Flyway", List.of("org.flywaydb."));
    purposes.put("the entities: Hibernate", List.of("org.hibernate."));
    purposes.put("Spring Data", List.of("org.springframework.data."));
    purposes.put(
        "to find out which beans there are",
        List.of("org.springframework.context.annotation.ConfigurationClass"));
    purposes.put("proxies of beans", List.of("org.springframework.aop."));
    purposes.put("the calls", List.of("org.apache.coyote."));
    purposes.put("Tomcat", List.of("org.apache.catalina."));
    purposes.put("to make beans", List.of("org.springframework.beans."));
    purposes.put("Spring besides", List.of("org.springframework."));
    return purposes;
  }

  private static Start start(JavaServer server) throws Exception {
    Cpu.Used used = server.usedByStart();
    return new Start(
        server.startedIn().toMillis() / 1000.0,
        (used.work() + used.jit()) / 1e6,
        Cpu.resident(server.pid()));
  }

  private static void delete(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
