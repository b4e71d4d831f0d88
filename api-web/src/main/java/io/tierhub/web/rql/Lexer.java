package io.tierhub.web.rql;

import io.tierhub.kernel.Refused;
import io.tierhub.web.rql.Term.Literal;
import io.tierhub.web.rql.Term.Literal.Kind;
import io.tierhub.web.rql.Term.Name;
import org.jspecify.annotations.Nullable;

/**
 * Takes names, values and signs from the text as the parser asks for them; it has to be asked,
 * because the same characters are a name in one place and a value in another. Blanks around them
 * count for nothing.
 *
 * <p>More tolerant than Connect's grammar in one thing: an unquoted value may contain anything but
 * the signs that structure a query.
 */
final class Lexer {

  /** What {@link #peek} finds behind the last character; no text contains it. */
  static final char END = '\0';

  static final String QUOTING_HINT = "put quotes around a value that contains ( ) , & | ; or =";

  private static final String SIGNS = "(),&|;=";

  private final String text;
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  /** Where the next thing stands. */
  int at() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  void backTo(int position) {
    at = position;
  }

  char peek() {
    int next = at();
    return next < text.length() ? text.charAt(next) : END;
  }

  boolean take(char sign) {
    boolean there = peek() == sign && sign != END;
    if (there) {
      at++;
    }
    return there;
  }

  boolean take(String signs) {
    boolean there = text.startsWith(signs, at());
    if (there) {
      at += signs.length();
    }
    return there;
  }

  void expect(char sign, String hint) {
    if (!take(sign)) {
      throw expected("'" + sign + "'", hint);
    }
  }

  void skipTo(char sign) {
    int next = text.indexOf(sign, at);
    at = next < 0 ? text.length() : next;
  }

  /** What was passed over since that position. */
  String since(int position) {
    return text.substring(position, at);
  }

  /** {@code [a-zA-Z][\w\-.]*}, or null where none begins. */
  @Nullable Name name() {
    int start = at();
    if (!isLetter(peek())) {
      return null;
    }
    while (at < text.length() && belongsToName(text.charAt(at))) {
      at++;
    }
    return new Name(start, text.substring(start, at));
  }

  Literal literal() {
    Literal literal = literalOrNothing();
    if (literal.is(Kind.MISSING)) {
      throw expected("a value", "an empty one is written empty()");
    }
    return literal;
  }

  Literal literalOrNothing() {
    char first = peek();
    if (first == '"' || first == '\'') {
      return quotedLiteral(first);
    }
    int start = at;
    while (at < text.length() && SIGNS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String value = text.substring(start, at).strip();
    Kind constant =
        switch (value) {
          case "null" -> Kind.NULL;
          case "empty" -> Kind.EMPTY;
          default -> Kind.PLAIN;
        };
    if (constant != Kind.PLAIN && take('(')) {
      expect(')', value + "() takes no arguments");
      return new Literal(start, value + "()", constant);
    }
    return new Literal(start, value, value.isEmpty() ? Kind.MISSING : Kind.PLAIN);
  }

  Refused expected(String what, String hint) {
    String found =
        peek() == END
            ? "the end of the query"
            : "'" + Character.toString(text.codePointAt(at)) + "'";
    return Faults.refused(
        "Expected " + what + Faults.at(at) + ", found " + found + "; " + hint + ".");
  }

  private Literal quotedLiteral(char quote) {
    int start = at;
    int end = text.indexOf(quote, start + 1);
    if (end < 0) {
      throw Faults.refused(
          "The quote"
              + Faults.at(start)
              + " is never closed; a value that contains one kind of quote stands in the other.");
    }
    at = end + 1;
    return new Literal(start, text.substring(start + 1, end), Kind.PLAIN);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean belongsToName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
