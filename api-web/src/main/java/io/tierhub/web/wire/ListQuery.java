package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.query.Field;
import io.tierhub.query.Query;
import io.tierhub.web.rql.Rql;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the raw query string asks of a list. An argument of list endpoints, which say over which
 * fields it is to be read.
 */
public final class ListQuery {

  private final @Nullable String raw;
  private final Rql rql;

  ListQuery(@Nullable String raw, Rql rql) {
    this.raw = raw;
    this.rql = rql;
  }

  /**
   * @param ownParameters the endpoint's query parameters that are no filters
   * @throws io.tierhub.kernel.Refused with {@link Refusal#BAD_FILTER}, naming every fault
   */
  public Query over(Field[] fields, String... ownParameters) {
    return rql.parse(raw, List.of(fields), Set.of(ownParameters));
  }
}
