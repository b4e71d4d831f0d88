package io.tierhub.partner;

/** A token whose secret was just drawn: the only moment in which the whole of it is known. */
public record IssuedToken(ApiTokenId id, Secret secret) {

  /** What goes into the {@code Authorization} header. */
  public String header() {
    return "ApiKey " + id + ":" + secret.reveal();
  }
}
