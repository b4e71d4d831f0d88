package io.tierhub.web.rql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tierhub.query.Field;
import io.tierhub.query.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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

  private static final int REMEMBERED = 2_000;

  /** Longer ones are seldom asked twice, and would take much memory. */
  private static final int LONGEST_REMEMBERED = 500;

  private final UnknownFilters unknownFilters;

  /** Whoever polls asks the same again. */
  private final Cache<Asked, Query> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Asked(String raw, List<Field> fields, Set<String> ownParameters) {}

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
    Asked asked = new Asked(rawQuery, List.copyOf(fields), Set.copyOf(ownParameters));
    return rawQuery.length() > LONGEST_REMEMBERED
        ? parse(asked)
        : Objects.requireNonNull(known.get(asked, this::parse));
  }

  private Query parse(Asked asked) {
    Set<String> passedOver = new HashSet<>(RESERVED);
    passedOver.addAll(asked.ownParameters);
    Term term = new Parser(PercentDecoder.decode(asked.raw), passedOver).query();
    return new Resolver(asked.fields, unknownFilters).resolve(term);
  }
}
