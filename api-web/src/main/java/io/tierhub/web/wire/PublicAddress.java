package io.tierhub.web.wire;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the world reaches this server, for links that leave it: {@code tierhub.public-url}, such as
 * {@code https://tierhub.example.com}. It is never taken from a request, whose Host header anybody
 * can write. Without it links lead to this machine, which will do for a try.
 */
@Component
public class PublicAddress {

  private final @Nullable String configured;
  private final Environment settings;

  PublicAddress(@Value("${tierhub.public-url:}") String configured, Environment settings) {
    this.configured = configured.isBlank() ? null : configured.strip().replaceAll("/+$", "");
    this.settings = settings;
  }

  /** Without a path. */
  public String url() {
    return configured == null
        ? "http://127.0.0.1:" + settings.getProperty("local.server.port", "8080")
        : configured;
  }

  /** Where the API is. */
  public String api() {
    return url() + "/public/v1";
  }
}
