package io.tierhub.web.form;

import io.tierhub.inquiry.FormField;
import io.tierhub.kernel.Violation;
import io.tierhub.parameter.ParameterType;
import io.tierhub.web.text.Html;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes fields ready for the fragments that draw them. */
@Component
public class FieldViews {

  private final Html html;

  FieldViews(Html html) {
    this.html = html;
  }

  /**
   * What pages with fields know of them: the {@code fields}, the {@code contents} between them, the
   * {@code wrong} ones, and whether an answer was {@code refused} for it, or the vendor says so.
   *
   * @param sent what was sent of the fields, if anything was
   * @param faults each with the name of the field in its pointer, as {@code /name/value}
   */
  public Map<String, Object> model(List<FormField> fields, Sent sent, List<Violation> faults) {
    List<FieldView> views = new ArrayList<>();
    Map<String, String> contents = new LinkedHashMap<>();
    for (FormField field : fields) {
      FieldView view = FieldView.of(field, views.size() + 1, sent, of(field, faults));
      views.add(view);
      if (field.definition().type() == ParameterType.CONTENT) {
        contents.put(view.id(), html.below(1, view.content()));
      }
    }
    List<FieldView> wrong = views.stream().filter(FieldView::hasErrors).toList();
    return Map.of(
        "fields", views, "contents", contents, "wrong", wrong, "refused", !faults.isEmpty());
  }

  private static List<FieldView.Fault> of(FormField field, List<Violation> faults) {
    String at = "/" + field.name();
    return faults.stream()
        .filter(fault -> fault.pointer().equals(at) || fault.pointer().startsWith(at + "/"))
        .map(fault -> new FieldView.Fault(fault.pointer(), fault.message()))
        .toList();
  }
}
