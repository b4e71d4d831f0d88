package io.tierhub.web.form;

import io.tierhub.inquiry.Form;
import io.tierhub.inquiry.FormField;
import io.tierhub.inquiry.Reply;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Nearest;
import io.tierhub.kernel.Refusal;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.web.parameter.ParamForm;
import io.tierhub.web.parameter.ParamForms;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program has sent of a form. Only what the form shows can be answered, and of nothing else
 * it is told what it is.
 *
 * @param at where the list stands in the body
 */
record SentParams(List<ParamForm> params, String at) implements Reply {

  @Override
  public List<SubmittedValue> read(Form form, Faults faults) {
    List<String> names = form.fields().stream().map(FormField::name).toList();
    List<SubmittedValue> values = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      ParamForm param = params.get(i);
      String name = String.valueOf(param.id());
      String pointer = at + "/" + i;
      if (names.contains(name)) {
        values.add(
            faults
                .tried(() -> ParamForms.read(param, pointer))
                .orElseGet(() -> SubmittedValue.nothing(name, pointer)));
      } else {
        faults.add(Refusal.INVALID, pointer + "/id", unknown(name, names));
      }
    }
    return values;
  }

  private static String unknown(String name, List<String> names) {
    return "The form asks for no '%s'%s"
        .formatted(
            name,
            Nearest.to(name, names)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse(
                    names.isEmpty()
                        ? "; it asks for nothing."
                        : "; it asks for " + String.join(", ", names) + "."));
  }

  @Override
  public String missing(String field) {
    return at + "/" + field;
  }
}
