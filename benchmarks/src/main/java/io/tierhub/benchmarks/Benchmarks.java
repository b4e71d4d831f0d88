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
    Application application = new Application(options.application(), folder.resolve("servers"));
    try (Postgres postgres = new Postgres(folder)) {
      String database = Data.prepare(postgres, application, options.requests(), options.accounts());
      document.sizes(postgres, database);
      Scene scene = new Scene(options, postgres, application, database, document);
      if (options.only().contains("start")) {
        new Starts(scene).measure();
      }
      if (options.only().contains("reads")) {
        new Reads(scene).measure();
      }
      document.write();
    }
  }
}
