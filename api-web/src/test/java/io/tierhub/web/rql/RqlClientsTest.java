package io.tierhub.web.rql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.query.Query;
import io.tierhub.query.Selection;
import io.tierhub.web.rql.Rql.UnknownFilters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole queries as Connect's own clients send them, their order, pages and selections. */
class RqlClientsTest {

  private final Rql rql = new Rql(UnknownFilters.REFUSE);

  private Query parse(String query) {
    return rql.parse(query, SampleField.ALL);
  }

  private static List<String> paths(List<Selection.Member> members) {
    return members.stream().map(Selection.Member::path).toList();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"&", "&&", " ", "ordering()", "ordering=", "select()"})
  void nothingAsksForTheFirstPage(String query) {
    assertThat(parse(query)).isEqualTo(Query.FIRST_PAGE);
  }

  @Test
  void readsThePythonClient() {
    Query parsed =
        parse(
            "select(configuration,-params)&and(eq(status,pending),in(configuration.product.id,(PRD-1,PRD-2)),"
                + "not(and(or(eq(name,null()),eq(name,x)))),ge(created,2020-01-01T00:00:00+00:00))"
                + "&ordering(name,-created)&limit=50&offset=100");
    assertThat(Rendering.of(parsed.filter()))
        .isEqualTo(
            "all(status EQ 'pending', configuration.product.id in ['PRD-1', 'PRD-2'],"
                + " not(any(name absent, name EQ 'x')), events.created.at GE 2020-01-01T00:00:00Z)");
    assertThat(Rendering.of(parsed.order())).isEqualTo("+name -events.created.at");
    assertThat(parsed.limit()).isEqualTo(50);
    assertThat(parsed.offset()).isEqualTo(100);
    assertThat(paths(parsed.selection().included())).containsExactly("configuration");
    assertThat(paths(parsed.selection().excluded())).containsExactly("params");
  }

  @Test
  void readsTheJavaScriptClient() {
    Query parsed =
        parse(
            "offset=0&limit=10&select(products,agreements)&ordering(name,-created)"
                + "&(((status=failed&eq(name,me))|(in(status,(pending,approved))&not(eq(name,me))))"
                + "|(eq(name,me)&(((version=1)|(version=2)))))"
                + "&(((like(name,\"*my test*\"))|(like(name,*my*)))|(ilike(name,*\\*\\*C*)))&range(version,9,5)"
                + "&gte(version,1)&lte(version,9)&ne(name,\"not my test\")&out(id,(1,2))&hub.id=null()");
    assertThat(Rendering.of(parsed.filter()))
        .isEqualTo(
            "all(any(all(status EQ 'failed', name EQ 'me'),"
                + " all(status in ['pending', 'approved'], not(name EQ 'me')),"
                + " all(name EQ 'me', any(version EQ 1, version EQ 2))),"
                + " any(name like ANYWHERE 'my test', name like ANYWHERE 'my', name ilike ANYWHERE '**C'),"
                + " version GE 9, version LE 5, version GE 1, version LE 9, name NE 'not my test', not(id in ['1', '2']), hub.id absent)");
    assertThat(paths(parsed.selection().included())).containsExactly("products", "agreements");
    assertThat(parsed.limit()).isEqualTo(10);
  }

  @Test
  void readsTheOldPhpAndPythonClients() {
    Query php =
        parse(
            "status=approved&configuration__product__id__in=PRD-1,PRD-2&configuration__account__id=TA-1"
                + "&like(name,*x)&sort(-created,name)&limit(20,10)");
    assertThat(Rendering.of(php.filter()))
        .isEqualTo(
            "all(status EQ 'approved', configuration.product.id in ['PRD-1', 'PRD-2'],"
                + " configuration.account.id EQ 'TA-1', name like END 'x')");
    assertThat(Rendering.of(php.order())).isEqualTo("-events.created.at +name");
    assertThat(php.limit()).isEqualTo(10);
    assertThat(php.offset()).isEqualTo(20);

    Query python =
        parse(
            "?limit=100".substring(1)
                + "&configuration__tier_level=1&assignee__id=UR-1&unassigned=true&configuration__account__external_uid=u&");
    assertThat(Rendering.of(python.filter()))
        .isEqualTo(
            "all(configuration.tier_level EQ 1, assignee.id EQ 'UR-1', unassigned EQ true,"
                + " configuration.account.external_uid EQ 'u')");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&status=failed", "status=failed&", "&&limit=100&&status=failed&&"})
  void toleratesEmptySegments(String query) {
    assertThat(Rendering.of(parse(query).filter())).isEqualTo("status EQ 'failed'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ordering(name)                 ~ +name
          ordering(+name,-created)       ~ +name -events.created.at
          ordering(%20name)              ~ +name
          sort(-name)                    ~ -name
          order_by(-name)                ~ -name
          ordering=-created              ~ -events.created.at
          order_by=-created,name         ~ -events.created.at +name
          order_by=name,status=failed    ~ +name
          ordering(events__created__at)  ~ +events.created.at
          and(status=failed,ordering(-id)) ~ -id
          """)
  void orders(String query, String order) {
    assertThat(Rendering.of(parse(query).order())).isEqualTo(order);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          limit=10                            ~ 10   ~ 0
          limit=10&offset=20                  ~ 10   ~ 20
          limit=0                             ~ 0    ~ 0
          limit(5)                            ~ 5    ~ 0
          limit(20,10)                        ~ 10   ~ 20
          eq(limit,5),offset(7)               ~ 5    ~ 7
          limit="5"                           ~ 5    ~ 0
          limit=0005                          ~ 5    ~ 0
          limit=1000                          ~ 1000 ~ 0
          limit=1001                          ~ 1000 ~ 0
          limit=9999                          ~ 1000 ~ 0
          limit=99999999999999999999          ~ 1000 ~ 0
          limit=-1&offset=-1                  ~ 100  ~ 0
          limit=abc&offset=abc                ~ 100  ~ 0
          limit=&offset=                      ~ 100  ~ 0
          limit=null()&offset=1.5             ~ 100  ~ 0
          limit=٥                             ~ 100  ~ 0
          offset=2147483648                   ~ 100  ~ 2147483647
          offset=99999999999999999999         ~ 100  ~ 2147483647
          """)
  void pages(String query, int limit, long offset) {
    assertThat(parse(query).limit()).isEqualTo(limit);
    assertThat(parse(query).offset()).isEqualTo(offset);
  }

  @Test
  void selectsInAnySpelling() {
    Selection selection = parse("select(a,-b.c,+d__e)&select=f,-g&status=failed").selection();
    assertThat(paths(selection.included())).containsExactly("a", "d.e", "f");
    assertThat(paths(selection.excluded())).containsExactly("b.c", "g");
  }
}
