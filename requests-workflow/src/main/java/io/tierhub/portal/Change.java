package io.tierhub.portal;

import io.tierhub.kernel.Violation;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.util.List;

/** What became of what a reseller wanted to change. */
public sealed interface Change {

  /** The vendor is asked for it. */
  record Asked(TierConfigurationRequestId request) implements Change {}

  /** Everything was sent as it is already, and nobody is asked for anything. */
  record None() implements Change {}

  /**
   * Something is wrong with it, and nothing was asked.
   *
   * @param portal with fields as what was sent makes them
   * @param faults each with the name of the field in its pointer, as {@code /name/value}
   */
  record Wrong(Portal portal, List<Violation> faults) implements Change {}

  /** Something else is open, or was agreed, since the page was shown; nothing was asked. */
  record Overtaken(Portal portal) implements Change {}

  /** There is no page any more. */
  record Late(Visit why) implements Change {}
}
