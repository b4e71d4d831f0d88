package io.tierhub.histories;

import io.tierhub.support.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/**
 * A command as it is sent.
 *
 * @param body null if there is none
 * @param key with which it is sent each time, or null
 * @param tag that it is to be refused without, or null
 */
record Call(String method, String path, String body, String key, String tag) {

  static Call post(String path, String body) {
    return new Call("POST", path, body, null, null);
  }

  static Call put(String path, String body) {
    return new Call("PUT", path, body, null, null);
  }

  static Call get(String path) {
    return new Call("GET", path, null, null, null);
  }

  static Call delete(String path) {
    return new Call("DELETE", path, null, null, null);
  }

  boolean takesKey() {
    return method.equals("POST") || method.equals("PUT");
  }

  Call withKey() {
    return new Call(method, path, body, UUID.randomUUID().toString(), tag);
  }

  Call asSeen(String seen) {
    return new Call(method, path, body, key, seen);
  }

  Api.Answer send(Api api) {
    return api.send(
        call -> {
          if (key != null) {
            call.header("Idempotency-Key", key);
          }
          if (tag != null) {
            call.header("If-Match", tag);
          }
          if (body == null) {
            return call.method(method, BodyPublishers.noBody());
          }
          return call.header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body));
        },
        path);
  }
}
