package io.tierhub.web.rql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.rql.Rql.UnknownFilters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is sent, it is either read or refused; nothing else is ever thrown. */
class RqlRandomTest {

  private static final int QUERIES = 200_000;

  private static final String TOKENS =
      """
      eq( ne( gt( le( in( out( like( ilike( range( and( or( not( t( ordering( select( limit(
      limit= offset= ordering= search= id name status scopes hub.id version created unassigned
      params params.id nope name__in= name__contains= version__gte= name__isnull= pending 5 -7
      true 2026-01-01 2026-01-01T00:00:00+03:00 HB-0000-0000 null() empty() "a 'x' " ' * \\ \\* (
      ) ) ) , , & | ; = = =eq= =in=( + - % %20 %2C %C3%A9 %C3 %00 é 🌍 as_of= dry_run depth=2
      """;

  /** Pieces that fit together, so that what lies behind the syntax is reached as well. */
  private static final String FILTERS =
      """
      status=pending eq(name,null()) ne(hub.id,HB-0000-0000) in(version,(1,2)) like(name,a*b)
      name=t(x=1) range(version,1,x) created=ge=2026-01-01 ordering(-created) select(a,-b)
      search=x limit=5 nope=1 name__in=a,b not(id=1) (id=1|id=2) or(id=1,name=2) status=nope
      """;

  private final List<String> tokens = new ArrayList<>(pieces(TOKENS));
  private final List<String> filters = pieces(FILTERS);
  private final Random random = new Random(20_260_101);
  private final Rql strict = new Rql(UnknownFilters.REFUSE);
  private final Rql lenient = new Rql(UnknownFilters.IGNORE);

  RqlRandomTest() {
    tokens.addAll(List.of(" ", "\n", "\0", "\ud83c"));
  }

  private static List<String> pieces(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  @Test
  void isReadOrRefused() {
    int read = 0;
    for (int i = 0; i < QUERIES; i++) {
      String query = i % 2 == 0 ? any(tokens, "") : any(filters, i % 4 == 1 ? "&" : ",");
      read += isRead(i % 3 == 0 ? lenient : strict, query) ? 1 : 0;
    }
    assertThat(read).as("queries that are not refused").isBetween(QUERIES / 50, QUERIES);
  }

  private String any(List<String> pieces, String between) {
    StringBuilder query = new StringBuilder();
    for (int left = random.nextInt(14); left > 0; left--) {
      query.append(pieces.get(random.nextInt(pieces.size()))).append(left > 1 ? between : "");
    }
    return query.toString();
  }

  private static boolean isRead(Rql rql, String query) {
    try {
      rql.parse(query, SampleField.ALL, Set.of("depth"));
      return true;
    } catch (Refused refused) {
      // Plain conditions: AssertJ's own work would take most of the time.
      boolean known =
          refused.why() == Refusal.BAD_FILTER || refused.why() == Refusal.FILTER_TOO_LARGE;
      if (!known || refused.violations().isEmpty()) {
        throw new AssertionError("Refused for another reason: " + query, refused);
      }
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("Neither read nor refused: " + query, e);
    }
  }
}
