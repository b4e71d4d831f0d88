package io.tierhub.web.problem;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All refusals with all that is known of each, for pages, description and docs. */
public final class Catalogue {

  private static final String EXAMPLE_TRACE = "0af7651916cd43dd8448eb211c80319c";

  private Catalogue() {}

  public static List<Entry> entries() {
    return Arrays.stream(Refusal.values()).map(Catalogue::of).toList();
  }

  public static Entry of(Refusal why) {
    Explanation explanation = Explanation.of(why);
    return new Entry(
        why.code(),
        Problem.slug(why),
        Statuses.of(why),
        why.title(),
        explanation.meaning(),
        explanation.remedy());
  }

  static Optional<Refusal> called(String slug) {
    return Arrays.stream(Refusal.values())
        .filter(why -> Problem.slug(why).equals(slug))
        .findFirst();
  }

  /** The body as it would be answered. */
  public static Problem example(Refusal why) {
    return Problem.of(ExampleRefusals.of(why), ExampleRefusals.pathOf(why), EXAMPLE_TRACE);
  }

  /** What is answered when a query parameter cannot be read. */
  public static Problem unreadableParameter() {
    return Problem.of(
        Refused.at(Refusal.INVALID, "", "The parameter as_of cannot be read: yesterday."),
        ExampleRefusals.pathOf(Refusal.INVALID),
        EXAMPLE_TRACE);
  }

  /**
   * @param errorCode for programs, stable
   * @param slug what follows {@code /problems/} in {@code type}
   */
  public record Entry(
      String errorCode, String slug, int status, String title, String meaning, String remedy) {}
}
