package io.tierhub.query;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list as the wire wants it.
 *
 * @param json a bare JSON array in UTF-8
 * @param total how many rows match in all, of those the caller may see
 * @param next where the next page begins; null if there is none, or no way but by its offset
 */
public record Page(byte[] json, int rows, long offset, long total, @Nullable Cursor next) {

  /** {@code items F-L/T}: three whole numbers always (wire-format §1.3). */
  public String contentRange() {
    return "items " + offset + "-" + (offset + Math.max(0, rows - 1)) + "/" + total;
  }
}
