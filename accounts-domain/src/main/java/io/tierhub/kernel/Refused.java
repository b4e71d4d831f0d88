package io.tierhub.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TierHub says no, and nothing was changed. Carries everything a caller needs to do better next
 * time: the reason, every fault at once, what would be allowed, and what stands in the way.
 */
public final class Refused extends RuntimeException {

  private final Refusal why;
  private final List<Violation> violations;
  private final @Nullable List<String> allowed;
  private final Map<String, Object> params;

  private Refused(
      Refusal why,
      String detail,
      List<Violation> violations,
      @Nullable List<String> allowed,
      Map<String, Object> params) {
    // A refusal is an answer, not an accident: no stack trace to pay for.
    super(detail, null, false, false);
    this.why = why;
    this.violations = List.copyOf(violations);
    this.allowed = allowed == null ? null : List.copyOf(allowed);
    // Not Map.copyOf: the order in which the facts are told is kept.
    this.params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  public static Refused because(Refusal why, String detail) {
    return new Refused(why, detail, List.of(), null, Map.of());
  }

  /** Every fault of what was sent, under {@link Refusal#INVALID}. */
  public static Refused invalid(List<Violation> violations) {
    return because(Refusal.INVALID, violations);
  }

  public static Refused because(Refusal why, List<Violation> violations) {
    String detail =
        violations.size() == 1 ? violations.getFirst().flat() : violations.size() + " faults.";
    return new Refused(why, detail, violations, null, Map.of());
  }

  public static Refused at(Refusal why, String pointer, String message) {
    return because(why, List.of(new Violation(pointer, message)));
  }

  /** The answer for what does not exist and for what the caller may not see alike. */
  public static Refused notFound(String id) {
    return because(Refusal.NOT_FOUND, "Object `" + id + "` not found.");
  }

  public static Refused notFound(Prefixed id) {
    return notFound(id.value());
  }

  /** Says what the state does permit, be it nothing. */
  public Refused allowing(List<String> actions) {
    return new Refused(why, getMessage(), violations, actions, params);
  }

  /** Names what stands in the way; only things that the caller may see. */
  public Refused with(Map<String, Object> facts) {
    return new Refused(why, getMessage(), violations, allowed, facts);
  }

  /** The same refusal of something that the caller wrote at {@code pointer}. */
  public Refused below(String pointer) {
    List<Violation> moved =
        violations.stream().map(v -> new Violation(pointer + v.pointer(), v.message())).toList();
    return new Refused(
        why, moved.size() == 1 ? moved.getFirst().flat() : getMessage(), moved, allowed, params);
  }

  public Refusal why() {
    return why;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? why.title() : message;
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Null where no state stands in the way; empty where the state permits nothing any more. */
  public @Nullable List<String> allowed() {
    return allowed;
  }

  public Map<String, Object> params() {
    return params;
  }
}
