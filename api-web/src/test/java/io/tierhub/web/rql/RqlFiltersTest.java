package io.tierhub.web.rql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.web.rql.Rql.UnknownFilters;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked and what it means; each table is text on the left, filter on the right. */
class RqlFiltersTest {

  private final Rql rql = new Rql(UnknownFilters.REFUSE);

  private String filter(String query) {
    return Rendering.of(rql.parse(query, SampleField.ALL).filter());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          eq(status,pending)          ~ status EQ 'pending'
          ne(status,pending)          ~ status NE 'pending'
          gt(version,5)               ~ version GT 5
          ge(version,5)               ~ version GE 5
          lt(version,-5)              ~ version LT -5
          le(version,5)               ~ version LE 5
          in(status,(pending,failed)) ~ status in ['pending', 'failed']
          in(status,(pending))        ~ status in ['pending']
          out(version,(1,2))          ~ not(version in [1, 2])
          range(version,1,5)          ~ all(version GE 1, version LE 5)
          status=pending              ~ status EQ 'pending'
          version=ge=5                ~ version GE 5
          name=ilike=*x*              ~ name ilike ANYWHERE 'x'
          status=in=(pending,failed)  ~ status in ['pending', 'failed']
          eq(scopes,tier1)            ~ scopes EQ 'tier1'
          unassigned=true             ~ unassigned EQ true
          unassigned=False            ~ unassigned EQ false
          eq( status , pending )      ~ status EQ 'pending'
          name=eq                     ~ name EQ 'eq'
          name=and                    ~ name EQ 'and'
          """)
  void comparesProperties(String query, String meaning) {
    assertThat(filter(query)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          a=1&b=2                        ~ all(a, b)
          a=1,b=2                        ~ all(a, b)
          a=1,b=2&c=3                    ~ all(a, b, c)
          and(a=1,b=2)                   ~ all(a, b)
          and(a=1)                       ~ a
          (a=1)                          ~ a
          ((a=1))                        ~ a
          (a=1&b=2)                      ~ all(a, b)
          (a=1,b=2)                      ~ all(a, b)
          or(a=1,b=2)                    ~ any(a, b)
          (a=1|b=2)                      ~ any(a, b)
          (a=1;b=2)                      ~ any(a, b)
          (a=1|b=2&c=3)                  ~ any(a, all(b, c))
          (a=1,b=2;c=3)                  ~ any(all(a, b), c)
          or(a=1&b=2,c=3)                ~ any(all(a, b), c)
          ((a=1|b=2)&(b=2,c=3);d=4)      ~ any(all(any(a, b), b, c), d)
          (((a=1)|(b=2))|(c=3))          ~ any(a, b, c)
          not(a=1)                       ~ not(a)
          not((a=1|b=2))                 ~ not(any(a, b))
          not(and(a=1,b=2))              ~ not(all(a, b))
          not(not(a=1))                  ~ not(not(a))
          and(or(a=1,b=2),not(c=3))      ~ all(any(a, b), not(c))
          """)
  void joinsFilters(String query, String meaning) {
    String written =
        query
            .replace("a=1", "id=a")
            .replace("b=2", "eq(id,b)")
            .replace("c=3", "id=eq=c")
            .replace("d=4", "id=\"d\"");
    String expected = meaning.replaceAll("\\b([abcd])\\b", "id EQ '$1'");
    assertThat(filter(written)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          name="a,b(c)&d|e;f=g"           ~ name EQ 'a,b(c)&d|e;f=g'
          name='say "hi"'                 ~ name EQ 'say "hi"'
          name="O'Brien"                  ~ name EQ 'O'Brien'
          name=O'Brien                    ~ name EQ 'O'Brien'
          name="null()"                   ~ name EQ 'null()'
          name=null                       ~ name EQ 'null'
          name=""                         ~ name EQ ''
          name=" x "                      ~ name EQ ' x '
          name=Acme%20Inc                 ~ name EQ 'Acme Inc'
          name=a+b                        ~ name EQ 'a+b'
          name=%D0%9E%D0%9E%D0%9E         ~ name EQ 'ООО'
          name=%F0%9F%8C%8D%20            ~ name EQ '🌍'
          name=%22a%26b%22                ~ name EQ 'a&b'
          name=Acme, Inc. (Spain)         ~ name EQ 'Acme, Inc. (Spain)'
          name=Acme (Spain)&id=1          ~ all(name EQ 'Acme (Spain)', id EQ '1')
          name=D'Arc, Jeanne; one|two     ~ name EQ 'D'Arc, Jeanne; one|two'
          name=Acme Inc, status=failed    ~ all(name EQ 'Acme Inc', status EQ 'failed')
          name=Acme Inc,ordering(id)      ~ name EQ 'Acme Inc'
          eq%28name%2Cx%29                ~ name EQ 'x'
          name=a*b                        ~ name EQ 'a*b'
          name=jane@example.com:8/x?#!$%25~ name EQ 'jane@example.com:8/x?#!$%'
          """)
  void readsValues(String query, String meaning) {
    assertThat(filter(query)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          like(name,x)          ~ name like WHOLE 'x'
          like(name,x*)         ~ name like START 'x'
          like(name,*x)         ~ name like END 'x'
          ilike(name,*x*)       ~ name ilike ANYWHERE 'x'
          ilike(name,"*a, b*")  ~ name ilike ANYWHERE 'a, b'
          like(name,*)          ~ name like PIECES [, ]
          like(name,*a\\*)      ~ name like END 'a*'
          like(name,a\\\\*)     ~ name like START 'a\\'
          like(name,a\\b)       ~ name like WHOLE 'a\\b'
          ilike(name,*\\*\\*N*) ~ name ilike ANYWHERE '**N'
          like(name,M*w)        ~ name like PIECES [M, w]
          like(name,*u*ss*)     ~ name like PIECES [, u, ss, ]
          ilike(name,a*b\\*c*d)  ~ name ilike PIECES [a, b*c, d]
          ilike(status,pend*)   ~ status ilike START 'pend'
          """)
  void readsPatterns(String query, String meaning) {
    assertThat(filter(query)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          eq(name,null())               ~ name absent
          ne(name,null())               ~ not(name absent)
          name=null()                   ~ name absent
          in(name,(null(),x))           ~ any(name absent, name in ['x'])
          out(name,(null(),x))          ~ not(any(name absent, name in ['x']))
          eq(name,empty())              ~ any(name absent, name EQ '')
          ne(name,empty())              ~ not(any(name absent, name EQ ''))
          eq(id,empty())                ~ id EQ ''
          eq(scopes,empty())            ~ scopes absent
          eq(hub.id,null())             ~ hub.id absent
          eq(hub.id,HB-0000-0000)       ~ hub.id absent
          ne(hub.id,HB-0000-0000)       ~ not(hub.id absent)
          hub__id=HB-0000-0000          ~ hub.id absent
          in(hub.id,(null(),HB-1))      ~ any(hub.id absent, hub.id in ['HB-1'])
          in(hub.id,(HB-0000-0000))     ~ hub.id absent
          out(hub.id,(HB-0000-0000,HB-1)) ~ not(any(hub.id absent, hub.id in ['HB-1']))
          """)
  void knowsWhatMeansNothing(String query, String meaning) {
    assertThat(filter(query)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          2019-02-12                        ~ 2019-02-12T00:00:00Z
          2019-02-12T10:02:00               ~ 2019-02-12T10:02:00Z
          2019-02-12T10:02                  ~ 2019-02-12T10:02:00Z
          2019-02-12%2010:02:00             ~ 2019-02-12T10:02:00Z
          2019-02-12T10:02:00Z              ~ 2019-02-12T10:02:00Z
          2019-02-12T10:02:00+03:00         ~ 2019-02-12T07:02:00Z
          2019-02-12T10:02:00%2B03:00       ~ 2019-02-12T07:02:00Z
          2019-02-12T10:02:00%2003:00       ~ 2019-02-12T07:02:00Z
          2019-02-12T10:02:00-0330          ~ 2019-02-12T13:32:00Z
          2019-02-12T10:02:00+03            ~ 2019-02-12T07:02:00Z
          2019-02-12T10:02:00.123456+00:00  ~ 2019-02-12T10:02:00.123456Z
          2019-02-12T10:02:00.123456789Z    ~ 2019-02-12T10:02:00.123456Z
          "2019-02-12T10:02:00.5Z"          ~ 2019-02-12T10:02:00.500Z
          """)
  void readsMoments(String written, String moment) {
    assertThat(filter("ge(created," + written + ")")).isEqualTo("events.created.at GE " + moment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          configuration__product__id=PRD-1           ~ configuration.product.id EQ 'PRD-1'
          configuration__product__id__in=PRD-1,PRD-2 ~ configuration.product.id in ['PRD-1', 'PRD-2']
          status__in=pending                         ~ status in ['pending']
          status__in=pending,,failed,                ~ status in ['pending', 'failed']
          status__in=pending,failed,version=1        ~ all(status in ['pending', 'failed'], version EQ 1)
          name__in=a,null(),b                        ~ any(name absent, name in ['a', 'b'])
          status__in=pending,failed,(id=a|id=b)      ~ all(status in ['pending', 'failed'], any(id EQ 'a', id EQ 'b'))
          (status__in=pending,failed;version=1)      ~ any(status in ['pending', 'failed'], version EQ 1)
          version__gt=1&version__gte=2               ~ all(version GT 1, version GE 2)
          version__lt=1&version__lte=2               ~ all(version LT 1, version LE 2)
          name__exact=x                              ~ name EQ 'x'
          name__iexact=x                             ~ name ilike WHOLE 'x'
          name__contains=x                           ~ name like ANYWHERE 'x'
          name__icontains=*x                         ~ name ilike ANYWHERE 'x'
          name__contains=x\\*                        ~ name like ANYWHERE 'x*'
          name__contains=""                          ~ name like PIECES [, ]
          name__startswith=x                         ~ name like START 'x'
          name__iendswith=x                          ~ name ilike END 'x'
          name__isnull=True                          ~ name absent
          name__isnull=0                             ~ not(name absent)
          created__gte=2026-01-01                    ~ events.created.at GE 2026-01-01T00:00:00Z
          """)
  void readsTheOlderSyntax(String query, String meaning) {
    assertThat(filter(query)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          t(params.id=a,params.value=b)          ~ all(params.id EQ 'a', params.value EQ 'b')
          params=t(id=a,like(value,b*))          ~ all(params.id EQ 'a', params.value like START 'b')
          ne(params,t(eq(id,a),value=b))         ~ not(all(params.id EQ 'a', params.value EQ 'b'))
          configuration=t(product=t(id=x))       ~ configuration.product.id EQ 'x'
          in(params,(t(id=a,value=b),t(id=c)))   ~ any(all(params.id EQ 'a', params.value EQ 'b'), params.id EQ 'c')
          params=out=(t(id=a))                   ~ not(params.id EQ 'a')
          """)
  void readsTuples(String query, String meaning) {
    assertThat(filter(query)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          search=abc                  ~ any(id ilike ANYWHERE 'abc', name ilike ANYWHERE 'abc')
          eq(search,abc)              ~ any(id ilike ANYWHERE 'abc', name ilike ANYWHERE 'abc')
          search=*abc*                ~ any(id ilike ANYWHERE 'abc', name ilike ANYWHERE 'abc')
          search="a, b"               ~ any(id ilike ANYWHERE 'a, b', name ilike ANYWHERE 'a, b')
          and(search=a,status=failed) ~ all(any(id ilike ANYWHERE 'a', name ilike ANYWHERE 'a'), status EQ 'failed')
          search=a*b                  ~ any(id ilike PIECES [, a, b, ], name ilike PIECES [, a, b, ])
          (search=a|status=failed)    ~ any(id ilike ANYWHERE 'a', name ilike ANYWHERE 'a', status EQ 'failed')
          not(search=a)               ~ not(any(id ilike ANYWHERE 'a', name ilike ANYWHERE 'a'))
          search=&status=failed       ~ status EQ 'failed'
          search=                     ~ everything
          """)
  void searches(String query, String meaning) {
    assertThat(filter(query)).isEqualTo(meaning);
  }

  @Test
  void passesOverWhatIsNoFilter() {
    var parsed =
        rql.parse(
            "as_of=2026-01-01T00:00:00%2B00:00&status=failed&depth=2&dry_run&include=a,b(c",
            SampleField.ALL, Set.of("depth", "include"));
    assertThat(Rendering.of(parsed.filter())).isEqualTo("status EQ 'failed'");
  }

  @Test
  void ignoresWhatItDoesNotKnowWhereThatIsWanted() {
    Rql lenient = new Rql(UnknownFilters.IGNORE);
    String query =
        "nope=1&(nix=2|status=failed)&not(in(nada,(1)))&name=&version__in=&p=t(id=3)&id=x";
    assertThat(Rendering.of(lenient.parse(query, SampleField.ALL).filter()))
        .isEqualTo("all(status EQ 'failed', id EQ 'x')");
  }
}
