package io.tierhub.template;

import java.util.List;
import java.util.Map;

/**
 * Fills in texts: <code>{{ name }}</code> stands for a value, <code>{{#name}} … {{/name}}</code> is
 * shown if there is one and <code>{{^name}} … {{/name}}</code> if there is none. Whether there is
 * such a value is asked only when the text is filled in, since parameters come and go.
 */
public interface TemplateEngine {

  /** What of the text cannot be read, in words; empty if all can. */
  List<String> faults(String body);

  /**
   * @param body has no faults
   * @param values by their names; what has none is empty
   */
  String fill(String body, Map<String, String> values);
}
