package io.tierhub.persistence.read;

import io.tierhub.persistence.outage.PoolBeside;
import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Connections that keep the plan of a statement, whatever its values. What is looked up for a row
 * of the wire takes up to 25 joins; PostgreSQL plans those in 9 ms, and would do it again for every
 * page, also for one that turns out to be empty. See ADR 16.
 */
@Component
class PlannedOnce implements DisposableBean {

  /** Of the pool's size. These statements are short, and each keeps a core busy. */
  private static final double PART = 0.5;

  private final PoolBeside pool;
  private final JdbcTemplate jdbc;

  PlannedOnce(DataSource all) throws SQLException {
    pool = PoolBeside.of(all, "planned-once", PART, "set plan_cache_mode = force_generic_plan");
    jdbc = new JdbcTemplate(pool.source());
  }

  /**
   * Whether the same way to the rows is right for all values: where values must be equal to
   * something. How many rows a pattern or a range finds is told by the value alone; only of what
   * the list is ordered by, a range says no more than where to begin.
   */
  static boolean suits(Filter filter, Predicate<Field> isOrderedBy) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> of.stream().allMatch(part -> suits(part, isOrderedBy));
      case Filter.Any(List<Filter> of) -> of.stream().allMatch(part -> suits(part, isOrderedBy));
      case Filter.Not(Filter of) -> suits(of, isOrderedBy);
      case Filter.Compare(Field field, Filter.Comparison how, Value _) ->
          how == Filter.Comparison.EQ || how == Filter.Comparison.NE || isOrderedBy.test(field);
      case Filter.OneOf _, Filter.Absent _ -> true;
      case Filter.Like _ -> false;
    };
  }

  /**
   * @param otherwise what is read within a transaction is read by its own connection
   */
  JdbcTemplate jdbc(JdbcTemplate otherwise) {
    return TransactionSynchronizationManager.isActualTransactionActive() ? otherwise : jdbc;
  }

  @Override
  public void destroy() {
    pool.close();
  }
}
