package io.tierhub.histories;

import io.tierhub.support.Api;
import java.util.UUID;

/**
 * A command as it is sent.
 *
 * @param body null if there is none
 * @param key with which it is sent each time, or null
 */
record Call(String method, String path, String body, String key) {

  static Call post(String path, String body) {
    return new Call("POST", path, body, null);
  }

  static Call put(String path, String body) {
    return new Call("PUT", path, body, null);
  }

  static Call get(String path) {
    return new Call("GET", path, null, null);
  }

  static Call delete(String path) {
    return new Call("DELETE", path, null, null);
  }

  boolean takesKey() {
    return method.equals("POST") || method.equals("PUT");
  }

  Call withKey() {
    return new Call(method, path, body, UUID.randomUUID().toString());
  }

  Api.Answer send(Api api) {
    return key == null ? api.call(method, path, body) : api.keyed(key, method, path, body);
  }
}
