package io.tierhub.web.rql;

import java.util.List;

/**
 * What {@code select(…)} asked for, in the client's own spelling: the names are checked for their
 * form only, because what can be selected is known to the representation, not to the filters.
 *
 * @param included members to be shown though they are hidden by default
 * @param excluded members to be left out
 */
public record Selection(List<String> included, List<String> excluded) {

  public static final Selection NONE = new Selection(List.of(), List.of());

  public Selection {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }
}
