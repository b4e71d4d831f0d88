package io.tierhub.persistence.read;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds rows in the table that they are of, before anything is looked up for them. Whatever
 * PostgreSQL expects of the joins, they are made for the rows of the page only, however many rows
 * match, and however many are passed over.
 */
final class OwnRows {

  private static final Pattern SPOKEN_OF = Pattern.compile("\\b([a-z_][a-z0-9_]*)\\.");
  private static final Pattern INTRODUCED =
      Pattern.compile("\\b(?:from|join)\\s+[a-z_]+\\s+([a-z_][a-z0-9_]*)");

  private final String table;
  private final String alias;

  /**
   * @param own as {@link Table#own} says
   */
  OwnRows(String own) {
    this.table = own;
    this.alias = own.substring(own.indexOf(' ') + 1);
  }

  /** Whether nothing is asked there but of the table itself, and of what is asked in passing. */
  boolean suffice(Sql asked) {
    if (table.isEmpty()) {
      return false;
    }
    Set<String> known = all(INTRODUCED, asked);
    known.add(alias);
    return known.containsAll(all(SPOKEN_OF, asked));
  }

  /** Values are bound and never in the text, so whatever stands before a dot is an alias. */
  private static Set<String> all(Pattern pattern, Sql in) {
    Set<String> found = new HashSet<>();
    Matcher matcher = pattern.matcher(in.text());
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  Sql from() {
    return Sql.of(table);
  }

  /** The rows that are found, to be joined to under the same alias. */
  Sql only(Sql found) {
    return Sql.of("(select * from " + table).add(found).add(") " + alias);
  }
}
