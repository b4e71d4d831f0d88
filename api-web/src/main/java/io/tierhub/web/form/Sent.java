package io.tierhub.web.form;

import io.tierhub.inquiry.FormField;
import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parameter.SubmittedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser has sent of a form.
 *
 * @param fields by the names of the elements; nothing was sent if it is empty
 */
public record Sent(Map<String, String[]> fields) {

  public static final Sent NOTHING = new Sent(Map.of());

  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  private static final JsonMapper JSON = new JsonMapper();

  @Nullable String text(String name) {
    String[] values = fields.get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  /** What is ticked; null if nothing was sent at all, for what is not ticked is not sent. */
  @Nullable List<String> all(String name) {
    if (fields.isEmpty()) {
      return null;
    }
    String[] values = fields.get(name);
    return values == null ? List.of() : List.of(values);
  }

  /** The values for what people can fill in; whatever else was sent is passed over. */
  public List<SubmittedValue> of(List<FormField> shown) {
    return shown.stream().filter(FormField::isOpen).flatMap(this::value).toList();
  }

  private Stream<SubmittedValue> value(FormField field) {
    String pointer = "/" + field.name();
    ParameterType type = field.definition().type();
    return switch (type) {
      case CHECKBOX -> Stream.of(ticked(field, pointer));
      case ADDRESS -> address(field, pointer);
      case OBJECT -> object(field, pointer);
      default -> {
        String text = text(field.name());
        // An empty password is one that stays.
        boolean stays =
            text == null
                || (type == ParameterType.PASSWORD && text.isEmpty())
                || text.equals(inOneLine(field.held().value()));
        yield stays ? Stream.empty() : Stream.of(SubmittedValue.of(field.name(), text, pointer));
      }
    };
  }

  /** As a browser shows, and sends back, what has several lines. */
  private static @Nullable String inOneLine(@Nullable String held) {
    return held == null ? null : held.replaceAll("[\\r\\n]", "");
  }

  private SubmittedValue ticked(FormField field, String pointer) {
    List<String> said = all(field.name());
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Constraints.Choice choice : field.constraints().choices()) {
      tree.put(choice.value(), said != null && said.contains(choice.value()));
    }
    List<String> unknown = new ArrayList<>(said == null ? List.of() : said);
    unknown.removeAll(tree.keySet());
    unknown.forEach(value -> tree.put(value, true)); // To be refused by its name.
    return SubmittedValue.structured(field.name(), tree, pointer);
  }

  private Stream<SubmittedValue> address(FormField field, String pointer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (AddressPart part : AddressPart.ALL) {
      String text = text(field.name() + "." + part.name());
      if (text != null) {
        tree.put(part.name(), text);
      }
    }
    return tree.isEmpty()
        ? Stream.empty()
        : Stream.of(SubmittedValue.structured(field.name(), tree, pointer));
  }

  private Stream<SubmittedValue> object(FormField field, String pointer) {
    String text = text(field.name());
    if (text == null) {
      return Stream.empty();
    }
    if (!text.isBlank()) {
      try {
        return Stream.of(
            SubmittedValue.structured(field.name(), JSON.readValue(text, OBJECT), pointer));
      } catch (JacksonException _) {
        // What is no JSON goes on as it is, and is refused as a text that should be an object.
      }
    }
    return Stream.of(SubmittedValue.of(field.name(), text, pointer));
  }
}
