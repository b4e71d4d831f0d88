package io.tierhub.benchmarks.micro;

import io.tierhub.query.Query;
import io.tierhub.tierconfigrequest.TierConfigurationRequestField;
import io.tierhub.web.rql.Rql;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads query strings as vendors send them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RqlBenchmark {

  private final Rql rql = new Rql(Rql.UnknownFilters.REFUSE);
  private final List<TierConfigurationRequestField> fields =
      List.of(TierConfigurationRequestField.values());

  @Benchmark
  public Query pollOfAProduct() {
    return rql.parse("status=pending&configuration.product.id=PRD-637-162-039&limit=100", fields);
  }

  @Benchmark
  public Query nestedConditions() {
    return rql.parse(
        "and(in(status,(pending,inquiring)),or(eq(configuration.tier_level,1),"
            + "like(configuration.account.name,*Ferrer*)),ge(created,2026-11-01T00:00:00))"
            + "&ordering(-created)&limit=50&offset=100",
        fields);
  }
}
