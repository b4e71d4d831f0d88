package io.tierhub.persistence.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists in which nothing was found when they were last asked for. Whoever polls mostly asks
 * again for such a one, and to count nothing costs a tenth of preparing a page of nothing. Only
 * tells what to ask first, never what to answer.
 */
final class EmptyLists {

  private static final int REMEMBERED = 5_000;

  private record Asked(String text, List<@Nullable Object> values) {}

  private final Cache<Asked, Boolean> empty = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  boolean contain(Sql count) {
    return empty.getIfPresent(asked(count)) != null;
  }

  void remember(Sql count, boolean isEmpty) {
    if (isEmpty) {
      empty.put(asked(count), true);
    } else {
      empty.invalidate(asked(count));
    }
  }

  private static Asked asked(Sql count) {
    return new Asked(count.text(), Arrays.asList(count.values()));
  }
}
