package io.tierhub.benchmarks.micro;

import io.tierhub.persistence.read.Shape;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes rows of an account's shape; the rows are stubs, so no driver and no network is in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-28T12:00:00Z");
  private static final String CONTACT =
      "{\"address_line1\":\"Carrer de Mallorca 401\",\"address_line2\":null,\"city\":\"Barcelona\","
          + "\"state\":null,\"postal_code\":\"08013\",\"country\":\"ES\",\"contact\":{\"first_name\":"
          + "\"Mercè\",\"last_name\":\"Ferrer\",\"email\":\"merce@company.example\"}}";

  private final JsonFactory json = new JsonFactory();
  private final Shape shape =
      Shape.of(
          Shape.text("id", "a.id"),
          Shape.number("version", "a.number"),
          Shape.text("name", "a.name"),
          Shape.text("type", "a.type"),
          Shape.optional("parent", Shape.text("id", "p.id"), Shape.text("name", "p.name")),
          Shape.object("owner", Shape.text("id", "o.id"), Shape.text("name", "o.name")),
          Shape.object(
              "events",
              Shape.stamp("created", "a.created_at", "a.created_by_id", "a.created_by_name"),
              Shape.stamp("updated", "a.updated_at", "a.updated_by_id", "a.updated_by_name")),
          Shape.raw("contact_info", "a.contact_info"));
  private final ResultSet row =
      (ResultSet)
          Proxy.newProxyInstance(
              JsonBenchmark.class.getClassLoader(),
              new Class<?>[] {ResultSet.class},
              (_, method, arguments) ->
                  switch (method.getName()) {
                    case "getString" -> (int) arguments[0] == 15 ? CONTACT : "Ferrer SL";
                    case "getLong" -> 3L;
                    case "wasNull" -> false;
                    case "getObject" -> AT;
                    default -> throw new IllegalStateException(method.getName());
                  });

  @Benchmark
  public byte[] oneAccount() throws SQLException {
    return written(1);
  }

  @Benchmark
  public byte[] pageOfAHundred() throws SQLException {
    return written(100);
  }

  private byte[] written(int rows) throws SQLException {
    var bytes = new ByteArrayOutputStream(rows * 1024);
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartArray();
      for (int i = 0; i < rows; i++) {
        shape.write(row, out);
      }
      out.writeEndArray();
    }
    return bytes.toByteArray();
  }
}
