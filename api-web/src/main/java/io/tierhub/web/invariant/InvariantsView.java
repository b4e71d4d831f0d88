package io.tierhub.web.invariant;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.invariant.Invariant;
import java.util.List;

/** What a look at everything has found. */
@Schema(name = "Invariants")
record InvariantsView(
    @Schema(description = "Whether all of them hold", example = "true") boolean holds,
    List<Rule> invariants) {

  /** One of them. */
  @Schema(name = "Invariant")
  record Rule(
      @Schema(example = "an order is parked if and only if something blocks it") String rule,
      @Schema(example = "true") boolean holds,
      @Schema(description = "By what it is broken, 20 at most", example = "[]")
          List<String> brokenBy) {}

  static InvariantsView of(List<Invariant> all) {
    return new InvariantsView(
        all.stream().allMatch(Invariant::holds),
        all.stream().map(one -> new Rule(one.rule(), one.holds(), one.brokenBy())).toList());
  }
}
