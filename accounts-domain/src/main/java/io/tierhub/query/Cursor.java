package io.tierhub.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, to go on after: however far down it stands, the next page costs what the first
 * did, and rows that come and go before it move nothing.
 *
 * @param mark of which list
 * @param place what the list is ordered by, of that row
 * @param passed how many rows were given up to it
 * @param total how many the list had when it was begun
 */
public record Cursor(String mark, List<@Nullable String> place, long passed, long total) {

  public Cursor(String mark, List<@Nullable String> place, long passed, long total) {
    this.mark = mark;
    // What is absent is null, which List.copyOf does not take.
    this.place = Collections.unmodifiableList(new ArrayList<>(place));
    this.passed = passed;
    this.total = total;
  }
}
