package io.tierhub.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.query.Filter;
import io.tierhub.web.rql.Rql;
import io.tierhub.web.rql.Rql.UnknownFilters;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a filter finds by SQL is what it means: random filters, each read once by the server and
 * once here, over HTTP so that the tables' own columns and joins are compared as well.
 *
 * <p>{@code -Dtierhub.filters.seed=n} begins with the seed that failed, {@code
 * -Dtierhub.filters.number=n} tries more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterMeaningIT extends HttpTest {

  private static final long FIRST_SEED = Long.getLong("tierhub.filters.seed", 1);
  private static final int NUMBER = Integer.getInteger("tierhub.filters.number", 200);

  private final Rql rql = new Rql(UnknownFilters.REFUSE);
  private List<FilteredList> lists;

  @BeforeAll
  void rowsOfEveryKind() {
    lists = new FilteredWorld(world(), jdbc).lists();
  }

  Stream<FilteredList> lists() {
    return lists.stream();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void findsWhatItMeans(FilteredList list) {
    assertThat(list.rows()).as("rows of %s", list).isNotEmpty();
    int telling = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + NUMBER; seed++) {
      String query = new RandomExpressions(seed, list).query();
      Filter filter = rql.parse(FilteredList.encoded(query), list.fields()).filter();
      List<String> meant =
          list.rows().stream().filter(row -> Meaning.matches(filter, row)).map(Row::id).toList();
      assertThat(list.idsOf(query))
          .as("seed %d: %s?%s%nread as %s", seed, list, query, filter)
          .containsExactlyInAnyOrderElementsOf(meant);
      telling += meant.isEmpty() || meant.size() == list.rows().size() ? 0 : 1;
    }
    assertThat(telling)
        .as("filters that find some rows and not others, or the comparison tells nothing")
        .isGreaterThan(NUMBER / 10);
  }
}
