package io.tierhub.inquiry;

import java.time.Instant;
import java.util.List;

/**
 * What the link of an inquiry opens.
 *
 * @param request what it is about
 * @param product what is sold, by its name
 * @param company who is asked, by its name
 * @param asker for whom, the distributor's name
 * @param ends when the link stops working
 * @param waiting what is asked as well once the fields have some values
 */
public record Form(
    String request,
    String product,
    String company,
    String asker,
    Instant ends,
    List<FormField> fields,
    List<FormField> waiting) {

  public Form {
    fields = List.copyOf(fields);
    waiting = List.copyOf(waiting);
  }
}
