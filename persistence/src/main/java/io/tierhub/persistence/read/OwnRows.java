package io.tierhub.persistence.read;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds rows in the table that they are of, before anything is looked up for them. Whatever
 * PostgreSQL expects of the joins, they are made for the rows of the page only, however many rows
 * match, and however many are passed over.
 */
final class OwnRows {

  private static final Pattern INTRODUCED =
      Pattern.compile("(?:\\b(?:from|join)\\s+[a-z_]+|\\))\\s+([a-z_][a-z0-9_]*)");

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
    String text = asked.text();
    Set<String> introduced = null;
    // Values are bound and never in the text, so whatever stands before a dot is an alias.
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      int begin = dot;
      while (begin > 0 && isOfName(text.charAt(begin - 1))) {
        begin--;
      }
      if (dot - begin == alias.length() && text.startsWith(alias, begin)) {
        continue;
      }
      introduced = introduced == null ? introduced(text) : introduced;
      if (!introduced.contains(text.substring(begin, dot))) {
        return false;
      }
    }
    return true;
  }

  /** Whether no columns of the table but these are asked for. */
  boolean asksOnlyFor(Set<String> columns, Sql asked) {
    String text = asked.text();
    String prefix = alias + ".";
    for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
      boolean own = at == 0 || !isOfName(text.charAt(at - 1));
      int begin = at + prefix.length();
      int end = begin;
      while (end < text.length() && isOfName(text.charAt(end))) {
        end++;
      }
      if (own && !columns.contains(text.substring(begin, end))) {
        return false;
      }
    }
    return true;
  }

  String alias() {
    return alias;
  }

  private static boolean isOfName(char c) {
    return c >= 'a' && c <= 'z' || c == '_' || c >= '0' && c <= '9';
  }

  private static Set<String> introduced(String text) {
    return INTRODUCED
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  Sql from() {
    return Sql.of(table);
  }

  /** The rows that are found, to be joined to under the same alias. */
  Sql only(Sql found) {
    return Sql.of("(select * from " + table).add(found).add(") " + alias);
  }

  /**
   * The same by their keys: all that is looked at on the way to them may then be in an index, and
   * nothing is fetched of rows that are passed over.
   *
   * @param key the table's key, with the alias
   */
  Sql byKey(Sql found, String key) {
    String column = key.substring(key.indexOf('.'));
    return Sql.of("(select " + key + " from " + table)
        .add(found)
        .add(") found join " + table + " on " + key + " = found" + column);
  }
}
