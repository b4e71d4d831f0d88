package io.tierhub.access;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that only the insides of the server use, and that no answer has. */
final class Insides {

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:\\b(?:java|javax|jakarta|org|com|tools|io)\\.[a-z]+\\.[A-Za-z.]+)|\\w+Exception\\b"
              + "|\\tat |\\bSQLSTATE\\b|\\bSQL\\b|\\bselect .* from \\b|\\bHibernate\\b|\\b[Jj]ackson\\b"
              + "|\\bTomcat\\b|\\bSpring\\b|\\bPostgres\\w*|\\bpgjdbc\\b|_pkey\\b|\\bnull pointer\\b");

  private Insides() {}

  static List<String> shownIn(String answer) {
    return WORDS.matcher(answer).results().map(MatchResult::group).toList();
  }
}
