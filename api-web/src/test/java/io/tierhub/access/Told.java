package io.tierhub.access;

import io.tierhub.support.Api;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What an answer tells its reader, to be compared with another's. */
final class Told {

  /** Say nothing of what the answer is about. */
  private static final Set<String> PASSING_HEADERS =
      Set.of("date", "x-trace-id", "content-length", "keep-alive", "connection", "ratelimit");

  private Told() {}

  /** All of it, but for what the caller named and the call's own trace. */
  static String by(Api.Answer answer, List<String> named) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.keySet().removeIf(name -> PASSING_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    String all = answer.status() + " " + headers + " " + body(answer);
    for (String name : named) {
      all = all.replaceAll("(?<![\\w-])" + name + "(?![\\w-])", "<" + named.indexOf(name) + ">");
    }
    return all;
  }

  private static String body(Api.Answer answer) {
    String text = answer.text();
    if (!text.startsWith("{")) {
      return text;
    }
    ObjectNode json = (ObjectNode) answer.json();
    json.remove("trace_id");
    return json.toString();
  }

  /** An id of the same form of which there is no object. */
  static String absent(String id) {
    return id.replaceAll("\\d", "9");
  }
}
