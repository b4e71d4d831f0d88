package io.tierhub.web.form;

import io.tierhub.inquiry.FormField;
import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field as the page draws it.
 *
 * @param id of the element, free of what selectors and labels stumble over
 * @param kind which fragment draws it
 * @param type of an input element
 * @param value what it holds; never a password
 * @param parts of an address
 * @param hint below the title
 * @param errors what is wrong with what was sent, and before that what the vendor finds wrong
 */
public record FieldView(
    String id,
    String name,
    String title,
    String hint,
    String placeholder,
    String kind,
    String type,
    String autocomplete,
    boolean required,
    boolean readonly,
    boolean kept,
    String value,
    List<PartView> parts,
    List<ChoiceView> choices,
    @Nullable Integer longest,
    List<String> errors) {

  /** A part of an address. */
  public record PartView(
      String id,
      String name,
      String title,
      String autocomplete,
      boolean required,
      String value,
      List<String> errors) {}

  /** One of the values that can be chosen. */
  public record ChoiceView(String id, String value, String label, boolean chosen) {}

  public boolean hasErrors() {
    return !errors.isEmpty() || parts.stream().anyMatch(part -> !part.errors().isEmpty());
  }

  /** What the field is described by, for people who do not see it. */
  public @Nullable String describedBy() {
    List<String> ids = new ArrayList<>();
    if (!hint.isEmpty()) {
      ids.add(id + "-hint");
    }
    if (!errors.isEmpty()) {
      ids.add(id + "-error");
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }

  /**
   * @param place among the fields of the form
   * @param sent what was sent of the field, if anything was
   * @param faults of the field: the end of the pointer, and what is wrong
   */
  static FieldView of(FormField field, int place, Sent sent, List<Fault> faults) {
    ParameterDefinition definition = field.definition();
    Constraints constraints = field.constraints();
    String id = "f" + place;
    return new FieldView(
        id,
        definition.name(),
        definition.title(),
        hint(definition),
        Objects.requireNonNullElse(definition.placeholder(), ""),
        kind(definition.type()),
        inputType(definition.type()),
        autocomplete(definition.type()),
        constraints.required(),
        constraints.readonly(),
        definition.type() == ParameterType.PASSWORD && field.held().isFilled(),
        value(field, sent),
        definition.type() == ParameterType.ADDRESS ? parts(id, field, sent, faults) : List.of(),
        choices(id, field, sent),
        constraints.maxLength(),
        errors(field, faults));
  }

  /** What is wrong with a field. */
  record Fault(String at, String message) {}

  private static String hint(ParameterDefinition definition) {
    String description = Objects.requireNonNullElse(definition.description(), "");
    String hint = Objects.requireNonNullElse(definition.hint(), "");
    if (definition.type() == ParameterType.CONTENT) {
      return Objects.requireNonNullElse(definition.constraints().displayContent(), description);
    }
    return description.isBlank() || description.equals(definition.title()) ? hint : description;
  }

  private static String kind(ParameterType type) {
    return switch (type) {
      case TEXT, EMAIL, URL, DOMAIN, PHONE, PASSWORD -> "input";
      case DROPDOWN -> "select";
      case CHOICE, CHECKBOX -> "choices";
      case SUBDOMAIN -> "input";
      case ADDRESS -> "address";
      case OBJECT -> "textarea";
      case HEADING -> "heading";
      case CONTENT -> "content";
    };
  }

  private static String inputType(ParameterType type) {
    return switch (type) {
      case EMAIL -> "email";
      case URL -> "url";
      case PHONE -> "tel";
      case PASSWORD -> "password";
      case CHOICE -> "radio";
      case CHECKBOX -> "checkbox";
      default -> "text";
    };
  }

  private static String autocomplete(ParameterType type) {
    return switch (type) {
      case EMAIL -> "email";
      case URL -> "url";
      case PHONE -> "tel";
      case PASSWORD -> "new-password";
      default -> "off";
    };
  }

  private static String value(FormField field, Sent sent) {
    if (field.definition().type() == ParameterType.PASSWORD) {
      return "";
    }
    return Objects.requireNonNullElse(
        sent.text(field.name()), Objects.requireNonNullElse(field.held().value(), ""));
  }

  private static List<ChoiceView> choices(String id, FormField field, Sent sent) {
    List<ChoiceView> views = new ArrayList<>();
    for (Constraints.Choice choice : field.constraints().choices()) {
      views.add(
          new ChoiceView(
              id + "-" + views.size(),
              choice.value(),
              choice.label(),
              chosen(field, choice, sent)));
    }
    String held = field.held().value();
    // What was right once stays, unless somebody chooses anew.
    if (field.definition().type() == ParameterType.DROPDOWN
        && field.held().isFilled()
        && held != null
        && views.stream().noneMatch(view -> view.value().equals(held))) {
      Constraints.Choice former = Constraints.Choice.of(held);
      views.addFirst(new ChoiceView(id + "-held", held, held, chosen(field, former, sent)));
    }
    return views;
  }

  private static boolean chosen(FormField field, Constraints.Choice choice, Sent sent) {
    List<String> said = sent.all(field.name());
    if (said != null) {
      return said.contains(choice.value());
    }
    ParameterValue held = field.held();
    Map<String, Object> tree = held.structuredValue();
    if (tree != null) {
      return Boolean.TRUE.equals(tree.get(choice.value()));
    }
    return held.isFilled() ? choice.value().equals(held.value()) : choice.byDefault();
  }

  private static List<PartView> parts(String id, FormField field, Sent sent, List<Fault> faults) {
    Map<String, Object> held =
        Objects.requireNonNullElse(field.held().structuredValue(), Map.<String, Object>of());
    Map<String, Object> begin =
        Objects.requireNonNullElse(field.definition().defaultValue(), Map.<String, Object>of());
    return AddressPart.ALL.stream()
        .map(part -> {
          String name = field.name() + "." + part.name();
          Object known = held.isEmpty() ? begin.get(part.name()) : held.get(part.name());
          return new PartView(
              id + "-" + part.name(),
              name,
              part.title(),
              part.autocomplete(),
              part.needed(),
              Objects.requireNonNullElse(sent.text(name), known == null ? "" : known.toString()),
              faults.stream()
                  .filter(fault -> fault.at().endsWith("/" + part.name()))
                  .map(Fault::message)
                  .toList());
        })
        .toList();
  }

  private static List<String> errors(FormField field, List<Fault> faults) {
    List<String> errors =
        new ArrayList<>(
            faults.stream()
                .filter(fault -> AddressPart.ALL.stream().noneMatch(part -> part.isAt(fault.at())))
                .map(Fault::message)
                .distinct()
                .toList());
    String found = field.held().valueError();
    if (!found.isEmpty() && !errors.contains(found)) {
      errors.addFirst(found);
    }
    return errors;
  }
}
