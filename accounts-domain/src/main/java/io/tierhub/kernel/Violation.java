package io.tierhub.kernel;

/**
 * One fault in what a caller sent.
 *
 * @param pointer RFC 6901 JSON pointer into the body, or {@code ""} for the whole
 */
public record Violation(String pointer, String message) {

  /** The fault as Connect writes it in {@code errors}: {@code path.to.field: message}. */
  public String flat() {
    return pointer.isEmpty() ? message : pointer.substring(1).replace('/', '.') + ": " + message;
  }
}
