package io.tierhub.web.rql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import io.tierhub.query.Field;
import io.tierhub.web.rql.Rql.UnknownFilters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read, and that the message says what, where and what to write instead. */
class RqlRefusalsTest {

  private final Rql rql = new Rql(UnknownFilters.REFUSE);

  private List<String> faults(String query, List<? extends Field> fields) {
    Refused refused = catchThrowableOfType(Refused.class, () -> rql.parse(query, fields));
    assertThat(refused).as(query).isNotNull();
    assertThat(refused.why()).isEqualTo(Refusal.BAD_FILTER);
    return refused.violations().stream().map(Violation::message).toList();
  }

  /** A reason of its own: nothing needs to be mended, only to be asked for in parts. */
  private String tooLarge(String query) {
    Refused refused = catchThrowableOfType(Refused.class, () -> rql.parse(query, SampleField.ALL));
    assertThat(refused).as(query).isNotNull();
    assertThat(refused.why()).isEqualTo(Refusal.FILTER_TOO_LARGE);
    return refused.getMessage();
  }

  private String fault(String query) {
    List<String> faults = faults(query, SampleField.ALL);
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          status            ~ Expected '=' or '(' after 'status' at position 7, found the end of the query; a filter is written status=pending, eq(status,pending) or in(status,(pending,approved)).
          status=failed,pending ~ Expected '=' or '(' after 'pending' at position 22, found the end of the query; a filter is written status=pending, eq(status,pending) or in(status,(pending,approved)).
          'a=b'             ~ Expected a filter at position 1, found '''; a filter is written status=pending, eq(status,pending) or in(status,(pending,approved)).
          id=1,,id=2        ~ Expected a filter at position 6, found ','; a filter is written status=pending, eq(status,pending) or in(status,(pending,approved)).
          and()             ~ Expected a filter at position 5, found ')'; a filter is written status=pending, eq(status,pending) or in(status,(pending,approved)).
          ()                ~ Expected a filter at position 2, found ')'; a filter is written status=pending, eq(status,pending) or in(status,(pending,approved)).
          id=1|id=2         ~ Expected '&' at position 5, found '|'; alternatives stand in parentheses: (a=1|b=2).
          id=1;id=2         ~ Expected '&' at position 5, found ';'; alternatives stand in parentheses: (a=1|b=2).
          id=1)             ~ Expected '&' at position 5, found ')'; no parenthesis is open here.
          id=Acme(Spain)    ~ Expected '&' at position 8, found '('; put quotes around a value that contains ( ) , & | ; or =.
          (id=1             ~ Expected ')' at position 6, found the end of the query; put quotes around a value that contains ( ) , & | ; or =.
          or(id=1|id=2)     ~ Expected ')' at position 8, found '|'; put quotes around a value that contains ( ) , & | ; or =.
          not(id=1,id=2)    ~ Expected ')' at position 9, found ','; not() takes one filter; several are joined by and() or or(): not(and(a=1,b=2)).
          not(id=1&id=2)    ~ Expected ')' at position 9, found '&'; not() takes one filter; several are joined by and() or or(): not(and(a=1,b=2)).
          eq(id)            ~ Expected ',' at position 6, found ')'; a property and a value are separated by a comma: eq(status,pending).
          eq(1,2)           ~ Expected the name of a property at position 4, found '1'; it begins with a letter.
          eq(id,)           ~ Expected a value at position 7, found ')'; an empty one is written empty().
          eq(id,1,2)        ~ Expected ')' at position 8, found ','; put quotes around a value that contains ( ) , & | ; or =.
          in(id,1,2)        ~ Expected '(' at position 7, found '1'; values stand in parentheses of their own: in(status,(pending,approved)).
          in(id,())         ~ Expected a value at position 8, found ')'; an empty one is written empty().
          range(version,1)  ~ Expected ',' at position 16, found ')'; a range is written range(created,2026-01-01,2026-12-31).
          id=foo=1          ~ 'foo' at position 4 stands between two '=' and is no operation; write name=ge=5, or put quotes around a value that contains ( ) , & | ; or =.
          equals(id,1)      ~ Unknown operation 'equals' at position 1; the operations are eq, ne, gt, ge, lt, le, in, out, like, ilike, range, and, or, not, t, ordering, select, limit and offset.
          null()            ~ null() at position 1 is a value, not a filter; write eq(name,null()).
          id=null(1)        ~ Expected ')' at position 9, found '1'; null() takes no arguments.
          gt(params,t(id=1)) ~ t() at position 4 can be compared with eq and ne only.
          id="1             ~ The quote at position 4 is never closed; a value that contains one kind of quote stands in the other.
          id__isnull=maybe  ~ 'maybe' at position 12 is neither true nor false, as __isnull needs.
          limit(1,2,3)      ~ Expected ')' at position 10, found ','; write limit(start,count).
          id=100%           ~ The % at position 7 of the encoded query is not followed by two hexadecimal digits; write %25 for a percent sign.
          id=%4             ~ The % at position 4 of the encoded query is not followed by two hexadecimal digits; write %25 for a percent sign.
          id=%zz            ~ The % at position 4 of the encoded query is not followed by two hexadecimal digits; write %25 for a percent sign.
          id=%C3%28         ~ The escapes from position 4 of the encoded query on are not UTF-8.
          id=%ED%A0%80      ~ The escapes from position 4 of the encoded query on are not UTF-8.
          id=a%00b          ~ There is a NUL character at position 5.
          """)
  void stopsAtTheFirstFaultOfTheSyntax(String query, String reason) {
    assertThat(fault(query)).isEqualTo("Bad filter query. " + reason);
  }

  @Test
  void refusesHalfCharacters() {
    assertThat(fault("id=\ud83c"))
        .isEqualTo("Bad filter query. Half a character stands at position 4.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          eq(asignee.id,1)      ~ Unknown filter 'asignee.id' at position 4; did you mean 'assignee.id'?
          product.id=1          ~ Unknown filter 'product.id' at position 1; did you mean 'configuration.product.id'?
          in(product__id,(1))   ~ Unknown filter 'product__id' at position 4; did you mean 'configuration.product.id'?
          craeted=2026-01-01    ~ Unknown filter 'craeted' at position 1; did you mean 'created'?
          params=t(idd=1)       ~ Unknown filter 'params.idd' at position 10; did you mean 'params.id'?
          name__regex=x         ~ Unknown filter 'name__regex' at position 1; the properties are: id, name, status, scopes, hub.id, configuration.product.id, configuration.account.id, configuration.account.external_uid, configuration.tier_level, assignee.id, unassigned, params.id, params.value, version, events.created.at.
          eq(as_of,1)           ~ Unknown filter 'as_of' at position 4; the properties are: id, name, status, scopes, hub.id, configuration.product.id, configuration.account.id, configuration.account.external_uid, configuration.tier_level, assignee.id, unassigned, params.id, params.value, version, events.created.at.
          gt(status,failed)     ~ 'status' at position 4 cannot be compared with gt; it can with eq, ne, in, out, like, ilike.
          like(unassigned,x)    ~ 'unassigned' at position 6 cannot be compared with like; it can with eq, ne.
          in(unassigned,(true)) ~ 'unassigned' at position 4 cannot be compared with in; it can with eq, ne.
          range(name,a,b)       ~ 'name' at position 7 cannot be compared with ge; it can with eq, ne, in, out, like, ilike, null().
          eq(id,null())         ~ null() at position 7 cannot be asked of 'id', which always has a value.
          gt(version,null())    ~ null() and empty() can be asked for with eq, ne, in and out only, not with gt as for 'version' at position 4.
          eq(version,empty())   ~ empty() at position 12 is not a whole number, as 'version' needs.
          version=1.5           ~ '1.5' at position 9 is not a whole number, as 'version' needs.
          version=9223372036854775808 ~ '9223372036854775808' at position 9 is not a whole number, as 'version' needs.
          created=yesterday     ~ 'yesterday' at position 9 is not a date or time such as 2026-01-31 or 2026-01-31T10:00:00+00:00, as 'events.created.at' needs.
          created=2026-02-30    ~ '2026-02-30' at position 9 is not a date or time such as 2026-01-31 or 2026-01-31T10:00:00+00:00, as 'events.created.at' needs.
          created=2026-01-01T00:00+99:00 ~ '2026-01-01T00:00+99:00' at position 9 is not a date or time such as 2026-01-31 or 2026-01-31T10:00:00+00:00, as 'events.created.at' needs.
          unassigned=1          ~ '1' at position 12 is not true or false, as 'unassigned' needs.
          status=Pending        ~ 'Pending' at position 8 is not one of the words pending, inquiring, approved, failed, as 'status' needs.
          eq(scopes,tier3)      ~ 'tier3' at position 11 is not one of the words customer, tier1, tier2, as 'scopes' needs.
          like(name,**x)        ~ '**x' at position 11 cannot be searched for in 'name': no two stars of a pattern stand together; a star itself is written '\\*'.
          name=                 ~ 'name' at position 1 has no value; leave it out, or write name=empty().
          status__in=           ~ 'status' at position 1 has no value; leave it out, or write status=empty().
          """)
  void tellsWhyAFilterMeansNothing(String query, String reason) {
    assertThat(fault(query)).isEqualTo("Bad filter query. " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          ordering(nam)                ~ Bad ordering filter: nam. Unknown property at position 10; did you mean 'name'?
          ordering(-version)           ~ Bad ordering filter: version. This list cannot be ordered by it at position 11; it can by id, name, status, events.created.at.
          ordering(1a)                 ~ Bad ordering filter: 1a. Expected the name of a property at position 10; it begins with a letter.
          ordering(id)&order_by=name   ~ Bad ordering filter: query can contain only one ordering operation. The second one stands at position 14.
          or(id=1,ordering(id))        ~ Bad ordering filter: ordering. It cannot stand inside or(), not() or t() at position 9.
          select(a,1)                  ~ Bad select filter: 1. Expected the name of a property at position 10; it begins with a letter.
          select(a,-a)                 ~ Bad select filter: a. It is asked for and excluded as well at position 11.
          not(select(a))               ~ Bad select filter: select. It cannot stand inside or(), not() or t() at position 5.
          like(search,x)               ~ Bad search filter: like. A search at position 6 is written search=term.
          in(search,(x))               ~ Bad search filter: in. A search at position 4 is written search=term.
          search=null()                ~ Bad search filter: null(). There is no text at position 8.
          search=a**b                  ~ Bad search filter: a**b. No two stars can stand together at position 8; a star itself is '\\*'.
          params=t(search=a)           ~ Filter "search" can be applied only on top level. It stands inside t() at position 10.
          limit=1&limit=2              ~ Limit and offset are set incorrectly. limit at position 9 is set for the second time.
          offset=ge=1                  ~ Limit and offset are set incorrectly. offset at position 1 can only be set, as in limit=10.
          in(limit,(1))                ~ Limit and offset are set incorrectly. limit at position 4 can only be set, as in limit=10.
          not(limit=1)                 ~ Limit and offset are set incorrectly. limit at position 5 cannot be set inside or(), not() or t().
          """)
  void beginsWithConnectsOwnText(String query, String message) {
    assertThat(fault(query)).isEqualTo(message);
  }

  @Test
  void refusesToSearchWhereNothingIsSearched() {
    assertThat(faults("search=x", List.of(SampleField.VERSION)))
        .containsExactly("Bad search filter: x. This list can be filtered, but not searched.");
  }

  @Test
  void tellsAllFaultsAtOnce() {
    assertThat(
            faults(
                "nme=1&(version=x|status=y)&ordering(version)&in(status,(failed,a,b))",
                SampleField.ALL))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Bad filter query. Unknown filter 'nme'"),
            second -> assertThat(second).contains("'x' at position 16 is not a whole number"),
            third -> assertThat(third).contains("'y' at position 25 is not one of the words"),
            fourth -> assertThat(fourth).startsWith("Bad ordering filter: version."),
            fifth -> assertThat(fifth).contains("'a' at position 64"),
            sixth -> assertThat(sixth).contains("'b' at position 66"));
  }

  @Test
  void keepsTheAnswerShort() {
    List<String> faults = faults("in(version,(" + "x,".repeat(149) + "x))", SampleField.ALL);
    assertThat(faults).hasSize(101);
    assertThat(faults.getLast()).isEqualTo("There are 50 more faults.");
    assertThat(fault("version=" + "x".repeat(59) + "🌍🌍"))
        .contains("'" + "x".repeat(59) + "…' at position 9");
  }

  @Test
  void limitsWhatOneQueryAsks() {
    assertThat(tooLarge("id=" + "x".repeat(7_998)))
        .isEqualTo("Bad filter query. The query has 8001 characters; at most 8000 are read.");
    assertThat(tooLarge("(".repeat(51) + "id=1" + ")".repeat(51)))
        .isEqualTo("Bad filter query. The query is nested deeper than 50 levels at position 52.");
    assertThat(tooLarge("not(".repeat(4_000 / 2)))
        .isEqualTo("Bad filter query. The query is nested deeper than 50 levels at position 205.");
    assertThat(tooLarge("id=1&".repeat(201)))
        .startsWith("Bad filter query. The query has more than 200 filters and names");
    assertThat(tooLarge("select(" + "a,".repeat(200) + "a)"))
        .startsWith("Bad filter query. The query has more than 200 filters and names");
    assertThat(tooLarge("in(version,(" + "1,".repeat(1_000) + "1))"))
        .isEqualTo("Bad filter query. A list has more than 1000 values at position 2013.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void readsWhatIsWithinTheLimits(int depth) {
    String query = "(".repeat(depth) + "id=1" + ")".repeat(depth) + "&id=1".repeat(199);
    assertThat(rql.parse(query, SampleField.ALL).filter()).isNotNull();
    String values = "in(version,(" + "1,".repeat(999) + "1))";
    assertThat(rql.parse(values, SampleField.ALL).filter()).isNotNull();
  }
}
