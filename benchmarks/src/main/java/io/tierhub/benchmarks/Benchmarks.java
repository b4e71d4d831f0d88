package io.tierhub.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Runs what the options ask for and writes the document. */
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    Options options = Options.read(arguments);
    Path folder = options.folder();
    Files.createDirectories(folder);
    Document document = new Document(options);
    Application application =
        new Application(options.application(), folder.resolve("servers"), options.port());
    try (Postgres postgres = new Postgres(folder)) {
      int requests = options.requests();
      String database =
          Data.prepare(postgres, application, requests, options.accountsFor(requests));
      document.sizes(postgres, database);
      Scene scene = new Scene(options, postgres, application, database, document);
      for (String group : Options.GROUPS) {
        if (options.only().contains(group)) {
          document.begin(group);
          measure(group, scene);
          document.keep();
        }
      }
    }
  }

  private static void measure(String group, Scene scene) throws Exception {
    switch (group) {
      case "start" -> new Starts(scene).measure();
      case "reads" -> new Reads(scene).measure();
      case "filters" -> new Filters(scene).measure();
      case "growth" -> new Growth(scene).measure();
      case "writes" -> new Writes(scene).measure();
      case "waiting" -> new Waiting(scene).measure();
      case "micro" -> new Micro(scene).measure();
      default -> throw new IllegalArgumentException("no group " + group);
    }
  }
}
