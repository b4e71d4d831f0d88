package io.tierhub.web.wire;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the world reaches this server, for links that leave it. It is configured and never taken
 * from a request, whose Host header anybody can write.
 *
 * @param publicUrl without a path, such as {@code https://tierhub.example.com}
 */
@ConfigurationProperties("tierhub")
public record PublicAddress(@DefaultValue("http://127.0.0.1:8080") String publicUrl) {

  public PublicAddress {
    publicUrl =
        publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
  }

  /** Where the API is. */
  public String api() {
    return publicUrl + "/public/v1";
  }
}
