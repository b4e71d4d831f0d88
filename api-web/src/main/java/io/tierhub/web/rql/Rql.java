package io.tierhub.web.rql;

import io.tierhub.query.Field;
import io.tierhub.query.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the query string of a list: Connect's RQL and the older Django forms (wire-format §1.3,
 * §1.4). Whatever cannot be read is refused with {@code BAD_FILTER}; positions in the messages
 * count characters of the decoded query string from 1.
 */
@Component
public final class Rql {

  /** What becomes of a filter on a property that the list does not have. */
  public enum UnknownFilters {
    /** An error that names the nearest real property. */
    REFUSE,
    /** Connect's behaviour: as if it had not been sent. So are filters without a value. */
    IGNORE
  }

  /** Parameters of every list that are no filters; who needs them reads them from the request. */
  private static final Set<String> RESERVED = Set.of("as_of", "dry_run");

  private final UnknownFilters unknownFilters;

  public Rql(@Value("${tierhub.rql.unknown-filters:refuse}") UnknownFilters unknownFilters) {
    this.unknownFilters = unknownFilters;
  }

  /**
   * @param rawQuery the query string as it was sent, not decoded
   */
  public Query parse(@Nullable String rawQuery, List<? extends Field> fields) {
    return parse(rawQuery, fields, Set.of());
  }

  /**
   * @param ownParameters the endpoint's query parameters that are not filters
   */
  public Query parse(
      @Nullable String rawQuery, List<? extends Field> fields, Set<String> ownParameters) {
    if (rawQuery == null || rawQuery.isEmpty()) {
      return Query.FIRST_PAGE;
    }
    Set<String> passedOver = new HashSet<>(RESERVED);
    passedOver.addAll(ownParameters);
    Term term = new Parser(PercentDecoder.decode(rawQuery), passedOver).query();
    return new Resolver(List.copyOf(fields), unknownFilters).resolve(term);
  }
}
