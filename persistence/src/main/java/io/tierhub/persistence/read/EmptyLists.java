package io.tierhub.persistence.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.query.Query;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists in which nothing was found when they were last asked for, and how each is counted.
 * Whoever polls mostly asks word for word again for such a one: to count nothing costs a tenth of
 * preparing a page of nothing, and the statement need not be written anew. Only tells what to ask
 * first, never what to answer.
 */
final class EmptyLists {

  private static final int REMEMBERED = 5_000;

  /**
   * A list as somebody asked for it. Who asks is all of an actor that decides what is seen, and so
   * stands in the statement.
   */
  record Asked(
      Table<?> table,
      String account,
      Environment environment,
      String user,
      Query query,
      String also,
      List<@Nullable Object> values) {

    Asked(Table<?> table, Actor actor, Query query, Sql also) {
      this(
          table,
          actor.account().value(),
          actor.environment(),
          actor.user().id(),
          query,
          also.text(),
          Arrays.asList(also.values()));
    }
  }

  private final Cache<Asked, Sql> empty = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** The statement that counts the list, if it was empty. */
  @Nullable Sql countOf(Asked asked) {
    return empty.getIfPresent(asked);
  }

  /**
   * @param count null if something was found
   */
  void remember(Asked asked, @Nullable Sql count) {
    if (count == null) {
      empty.invalidate(asked);
    } else {
      empty.put(asked, count);
    }
  }
}
