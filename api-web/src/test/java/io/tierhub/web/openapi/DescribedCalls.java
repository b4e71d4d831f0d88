package io.tierhub.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import io.tierhub.web.openapi.ApiDescription.Call;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Calls operations as the description says: with its own example bodies, in which only ids are
 * replaced, and notes where what comes back is not what it describes, with no member more. What may
 * be repeated is.
 */
final class DescribedCalls {

  private static final Set<String> KEYED = Set.of("POST", "PUT");
  private static final List<String> SHOWN_ONCE =
      List.of("token", "renewed_token", "jwt_secret", "signing_secret", "link");

  private final ApiDescription description;
  private final Set<Call> made = new HashSet<>();
  private final Map<String, Set<String>> written = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> real = new LinkedHashMap<>();

  DescribedCalls(ApiDescription description) {
    this.description = description.strict();
  }

  /** From now on {@code example} in the examples' bodies means something that exists. */
  void let(String example, String existing) {
    real.put(example, existing);
  }

  /**
   * @param path as it is described, with {@code {id}}; what follows {@code ?} is sent as it is
   */
  Api.Answer call(Company who, String method, String path, String... ids) {
    return call(who, method, path, 0, ids);
  }

  /**
   * @param example which of the described bodies is sent, from 0
   */
  Api.Answer call(Company who, String method, String path, int example, String... ids) {
    return call(who.api(), method, path, example, ids);
  }

  /**
   * @param api may be that of somebody without a token
   */
  Api.Answer call(Api api, String method, String path, int example, String... ids) {
    Call call = description.call(method, "/public/v1" + path.replaceFirst("\\?.*", ""));
    String filled = path;
    for (String id : ids) {
      filled = filled.replaceFirst("\\{\\w+}", id);
    }
    String verb = method.toUpperCase(Locale.ROOT);
    String body = body(call, example);
    if (!verb.equals("GET")) {
      requireIfMatch(call, api, verb, filled, body);
      rehearse(call, api, verb, filled, body);
    }
    if (!KEYED.contains(verb)) {
      return noted(call, checked(call, api.call(verb, filled, body)));
    }
    String key = UUID.randomUUID().toString();
    Api.Answer first = noted(call, checked(call, api.keyed(key, verb, filled, body)));
    if (!filled.contains("dry_run")) {
      repeat(call, first, checked(call, api.keyed(key, verb, filled, body)));
    }
    return first;
  }

  private Api.Answer noted(Call call, Api.Answer answer) {
    if (!call.method().equals("get")) {
      written
          .computeIfAbsent(call.toString(), _ -> new HashSet<>())
          .add(answer.header("X-Trace-Id"));
    }
    return answer;
  }

  /** The operations that write, with the traces of their calls. */
  Map<String, Set<String>> written() {
    return written;
  }

  /** Before the real call, which would fail if anything of this one were kept. */
  private void rehearse(Call call, Api api, String verb, String path, String body) {
    if (path.contains("dry_run")) {
      return;
    }
    String rehearsed = path + (path.contains("?") ? "&" : "?") + "dry_run=true";
    Api.Answer told = checked(call, api.call(verb, rehearsed, body));
    if (told.status() != 200 || !"true".equals(told.at("dry_run"))) {
      faults.add("%s answers a dry run %s".formatted(call, told.text()));
    }
    if (SHOWN_ONCE.stream().anyMatch(name -> told.json().path("response").has(name))) {
      faults.add("%s shows a secret in a dry run".formatted(call));
    }
  }

  /** Where it is described it is heeded, and elsewhere refused. */
  private void requireIfMatch(Call call, Api api, String verb, String path, String body) {
    boolean described =
        call.operation()
            .path("parameters")
            .valueStream()
            .anyMatch(parameter -> parameter.path("$ref").asString("").endsWith("/IfMatch"));
    boolean byCode = path.contains("?code=");
    Api.Answer answer =
        api.send(
            request -> {
              request.header("If-Match", "W/\"of-another-state\"");
              return body == null
                  ? request.method(verb, BodyPublishers.noBody())
                  : request
                      .header("Content-Type", "application/json")
                      .method(verb, BodyPublishers.ofString(body));
            },
            path);
    if (answer.status() != (described && !byCode ? 412 : 400)) {
      faults.add("%s with If-Match answers %s".formatted(call, answer.text()));
    }
  }

  /** What is sent again with its key is answered again. */
  private void repeat(Call call, Api.Answer first, Api.Answer again) {
    if (first.header("Idempotency-Replayed") != null
        || !"true".equals(again.header("Idempotency-Replayed"))) {
      faults.add(call + " does not honour an Idempotency-Key");
    }
    if (again.status() != first.status() || !again.text().equals(kept(first))) {
      faults.add("%s answers %s the second time".formatted(call, again.text()));
    }
  }

  /** What may be answered again: all but secrets. */
  private static String kept(Api.Answer answer) {
    if (answer.text().isEmpty() || SHOWN_ONCE.stream().noneMatch(name -> answer.json().has(name))) {
      return answer.text();
    }
    return ((ObjectNode) answer.json()).without(SHOWN_ONCE).toString();
  }

  /** Reads a form, which only those get who ask for JSON; others get the page. */
  Api.Answer form(Api server, String code) {
    return checked(
        description.call("get", "/forms/{code}"),
        server.send(call -> call.header("Accept", "application/json").GET(), "/forms/" + code));
  }

  private Api.Answer checked(Call call, Api.Answer answer) {
    JsonNode described = call.operation().path("responses").path(Integer.toString(answer.status()));
    assertThat(answer.status()).as("%s: %s", call, answer.text()).isBetween(200, 299);
    if (described.isMissingNode()) {
      faults.add("%s answers %d, which is not described".formatted(call, answer.status()));
    } else if (answer.status() != 204) {
      description
          .faults(description.schema(described), content(answer))
          .forEach(fault -> faults.add("%s: %s".formatted(call, fault)));
    }
    made.add(call);
    return answer;
  }

  private static JsonNode content(Api.Answer answer) {
    return answer.header("Content-Type").startsWith("application/json")
        ? answer.json()
        : StringNode.valueOf(answer.text());
  }

  /** In what the answers differed from the description. */
  List<String> faults() {
    return faults;
  }

  List<Call> notMade() {
    return description.calls().stream().filter(call -> !made.contains(call)).toList();
  }

  private String body(Call call, int example) {
    JsonNode request = call.operation().path("requestBody");
    if (request.isMissingNode()) {
      return null;
    }
    String body =
        description.examples(request).skip(example).findFirst().orElseThrow().getValue().toString();
    for (Map.Entry<String, String> id : real.entrySet()) {
      body = body.replace(id.getKey(), id.getValue());
    }
    return body;
  }
}
