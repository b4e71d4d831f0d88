package io.tierhub.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What every group of rows needs. */
record Scene(
    Options options,
    Postgres postgres,
    Application application,
    String database,
    Document document) {

  JavaServer start(String... more) throws IOException, InterruptedException {
    return application.start(postgres.url(database), database, more);
  }

  JavaServer bare() throws IOException, InterruptedException {
    return beside("io.tierhub.benchmarks.bare.BareServer", application.port() + 2);
  }

  JavaServer alternative() throws IOException, InterruptedException {
    return beside("io.tierhub.benchmarks.alternative.AlternativeServer", application.port() + 3);
  }

  private JavaServer beside(String main, int port) throws IOException, InterruptedException {
    return JavaServer.start(
        JavaServer.MEMORY,
        List.of(
            "-Dreplays=" + replays(),
            "-Dspring.config.name=none",
            "-cp",
            System.getProperty("java.class.path"),
            main,
            "--server.port=" + port,
            "--spring.datasource.url=" + postgres.url(database) + "&stringtype=unspecified"),
        Map.of(),
        options.folder().resolve(main.replaceAll(".*\\.", "") + ".log"),
        port,
        "/");
  }

  /** Where the statements of the server's writes are noted for the bare server. */
  Path replays() {
    return options.folder().resolve("replays");
  }

  Client client(JavaServer server, String company) throws IOException {
    return new Client(server.url("/public/v1"), token(company));
  }

  String token(String company) throws IOException {
    String token = application.exports(database).get(company);
    if (token == null) {
      throw new IllegalStateException("the demo has no " + company);
    }
    return token;
  }

  String one(String sql) throws Exception {
    return postgres.one(database, sql);
  }

  List<String> list(String sql) throws Exception {
    return postgres.list(database, sql);
  }

  Comparison comparison() {
    return new Comparison(postgres, options.seconds(), options.rounds());
  }
}
