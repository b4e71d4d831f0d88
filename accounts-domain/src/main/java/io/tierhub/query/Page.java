package io.tierhub.query;

/**
 * One page of a list as the wire wants it.
 *
 * @param json a bare JSON array in UTF-8
 * @param total how many rows match in all, of those the caller may see
 */
public record Page(byte[] json, int rows, long offset, long total) {

  /** {@code items F-L/T}: three whole numbers always (wire-format §1.3). */
  public String contentRange() {
    return "items " + offset + "-" + (offset + Math.max(0, rows - 1)) + "/" + total;
  }
}
