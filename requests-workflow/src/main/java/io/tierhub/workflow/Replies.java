package io.tierhub.workflow;

import io.tierhub.inquiry.Form;
import io.tierhub.inquiry.FormField;
import io.tierhub.inquiry.Reply;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.SubmittedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Judges what was sent for a form. */
@Component
class Replies {

  private final RequestValues values;

  Replies(RequestValues values) {
    this.values = values;
  }

  /**
   * What holds after the answer; all that is asked must be there, and nothing wrong left. An answer
   * may bring up another field, or open it: what was sent for that one is taken as well.
   *
   * @param holder the asset or tier configuration that the values are for
   * @param before what is known
   * @param form that has these fields
   */
  Judged judge(
      Actor actor,
      ParameterSet set,
      String holder,
      ParameterValues before,
      Function<List<FormField>, Form> form,
      Reply reply) {
    Map<String, FormField> shown = new LinkedHashMap<>();
    List<FormField> fields = FormField.of(set, before);
    ParameterValues after = before;
    List<SubmittedValue> submitted = List.of();
    Faults faults = new Faults();
    boolean unseen = true;
    while (show(fields, shown) || unseen) {
      unseen = false;
      faults = new Faults();
      submitted = reply.read(form.apply(List.copyOf(shown.values())), faults);
      after = values.given(actor, set, holder, before, false, submitted, faults);
      fields = FormField.of(set, after);
    }
    requireAll(fields, submitted, reply, faults);
    return new Judged(after, form.apply(drawn(fields, shown, submitted, faults)), faults);
  }

  /** Whether there was one that was not shown before, or could not be filled in. */
  private static boolean show(List<FormField> fields, Map<String, FormField> shown) {
    boolean more = false;
    for (FormField field : fields) {
      FormField before = shown.get(field.name());
      if (before == null || (field.isOpen() && !before.isOpen())) {
        shown.put(field.name(), field);
        more = true;
      }
    }
    return more;
  }

  private static void requireAll(
      List<FormField> fields, List<SubmittedValue> submitted, Reply reply, Faults faults) {
    for (FormField field : fields) {
      if (!field.isOpen() || isTold(field, submitted, faults)) {
        continue;
      }
      String pointer =
          place(field, submitted)
              .map(at -> at + "/value")
              .orElseGet(() -> reply.missing(field.name()));
      if (field.constraints().required() && !field.held().isFilled()) {
        faults.add(Refusal.INVALID, pointer, field.plea());
      } else if (field.held().hasError()) {
        faults.add(Refusal.INVALID, pointer, "Please change this.");
      }
    }
  }

  /** What is asked now, and what another answer hides but was sent with a fault. */
  private static List<FormField> drawn(
      List<FormField> asked,
      Map<String, FormField> shown,
      List<SubmittedValue> submitted,
      Faults faults) {
    List<FormField> drawn = new ArrayList<>(asked);
    for (FormField field : shown.values()) {
      if (asked.stream().noneMatch(one -> one.name().equals(field.name()))
          && isTold(field, submitted, faults)) {
        drawn.add(field);
      }
    }
    return drawn;
  }

  private static boolean isTold(FormField field, List<SubmittedValue> submitted, Faults faults) {
    return place(field, submitted)
        .filter(at ->
            faults.violations().stream()
                .anyMatch(f -> f.pointer().equals(at) || f.pointer().startsWith(at + "/")))
        .isPresent();
  }

  /** Where it was sent, if it was. */
  private static Optional<String> place(FormField field, List<SubmittedValue> submitted) {
    return submitted.stream()
        .filter(one -> one.name().equals(field.name()))
        .map(SubmittedValue::pointer)
        .findFirst();
  }

  /**
   * @param after what holds
   * @param form as the answer makes it
   */
  record Judged(ParameterValues after, Form form, Faults faults) {}
}
