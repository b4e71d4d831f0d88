package io.tierhub.access;

import io.tierhub.access.AccessTable.Row;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.web.openapi.ApiDescription;
import io.tierhub.web.openapi.ApiDescription.Call;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Calls operations with their own examples.
 *
 * @param server outside the API
 */
record AccessCalls(AccessScene scene, ApiDescription description, Api server) {

  Api.Answer send(Api api, Row row, List<String> ids, String query, String body, String... header) {
    if (body == null) {
      return send(api, row, ids, query, new byte[0], header);
    }
    String[] headers = Arrays.copyOf(header, header.length + 2);
    headers[header.length] = "Content-Type";
    headers[header.length + 1] = "application/json";
    return send(api, row, ids, query, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Api.Answer send(Api api, Row row, List<String> ids, String query, byte[] body, String... header) {
    String path = row.path();
    for (String id : ids) {
      path = path.replaceFirst("\\{\\w+}", id);
    }
    boolean page = path.startsWith("/forms/");
    Api from = page ? new Api(server.base(), api.authorization()) : api;
    String relative = page ? path : path.substring("/public/v1".length());
    return from.send(
        request ->
            request
                // A form is a page for those who do not ask for JSON, and texts are Markdown.
                .headers(accepting(page, header))
                .method(
                    row.method(),
                    body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)),
        relative + (query.isEmpty() ? "" : "?" + query));
  }

  private static String[] accepting(boolean page, String[] header) {
    return Stream.concat(
            Stream.of("Accept", page ? "application/json" : "*/*"), Arrays.stream(header))
        .toArray(String[]::new);
  }

  /** What the operation cannot do without. */
  String query(Row row) {
    return switch (row.operation()) {
      case "GET /public/v1/products/{id}/requirements" ->
          "account=" + scene.shared("unused account").ids().getFirst();
      case "GET /public/v1/products/{product}/parameters/schema" -> "scope=asset";
      case "GET /public/v1/products/{product}/actions/{id}/actionLink" ->
          "asset_id=" + scene.shared("asset").ids().getFirst();
      // Nothing, for others have use for what is there.
      case "POST /public/v1/requests/claim",
          "POST /public/v1/tier/config-requests/claim",
          "POST /public/v1/tier/account-requests/claim" ->
          "limit=0";
      default -> "";
    };
  }

  Call described(Row row) {
    return description.call(row.method().toLowerCase(Locale.ROOT), row.path());
  }

  /** The description's own example, of which only the ids are replaced. */
  String body(Row row) {
    JsonNode request = described(row).operation().path("requestBody");
    if (request.isMissingNode()) {
      return null;
    }
    if (row.path().endsWith("/assign")) {
      return "{}";
    }
    String body = description.examples(request).findFirst().orElseThrow().getValue().toString();
    List<String> names =
        scene.namesInExamples(
            switch (row.path()) {
              case "/public/v1/tier/account-requests" ->
                  List.of("TA-6458-9737-0065", scene.fresh("account in use").ids().getFirst());
              case "/public/v1/tier/config-requests" ->
                  List.of(
                      "PRD-403-038-754",
                      scene.configured,
                      "TA-6458-9737-0065",
                      World.reseller(scene.seller, "To be set up", null));
              // Not the unused one: who buys is not unused any more.
              case "/public/v1/requests" ->
                  List.of("PRD-403-038-754", scene.product, "TA-6458-9737-0065", scene.customer());
              default ->
                  List.of(
                      "PRD-403-038-754",
                      scene.product,
                      "TA-6458-9737-0065",
                      scene.shared("unused account").ids().getFirst());
            });
    for (int at = 0; at < names.size(); at += 2) {
      body = body.replace(names.get(at), names.get(at + 1));
    }
    return body;
  }
}
