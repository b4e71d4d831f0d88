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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field as the page draws it.
 *
 * @param id of the element, free of what selectors and labels stumble over
 * @param hints below the title
 * @param kind which fragment draws it
 * @param type of an input element
 * @param kept whether there is a password, which stays if nothing is typed
 * @param value what it holds; never a password
 * @param parts of an address
 * @param content of a field that is only read, in Markdown
 * @param errors what is wrong with what was sent, and before that what the vendor finds wrong
 */
public record FieldView(
    String id,
    String name,
    String title,
    List<String> hints,
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
    String content,
    List<String> errors) {

  /**
   * A part of an address.
   *
   * @param kind what it is in the wire's words, for its place on the page
   * @param choices if it is chosen, not typed
   */
  public record PartView(
      String id,
      String name,
      String kind,
      String title,
      String autocomplete,
      boolean required,
      String value,
      List<ChoiceView> choices,
      List<String> errors) {}

  /** One of the values that can be chosen. */
  public record ChoiceView(String id, String value, String label, boolean chosen) {}

  public boolean hasErrors() {
    return !errors.isEmpty() || parts.stream().anyMatch(part -> !part.errors().isEmpty());
  }

  /** What the field is described by, for people who do not see it. */
  public @Nullable String describedBy() {
    List<String> ids = new ArrayList<>();
    if (!hints.isEmpty() || kept) {
      ids.add(id + "-hint");
    }
    if (!errors.isEmpty()) {
      ids.add(id + "-error");
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }

  /** The element that leads people to what is wrong: the first such part of an address. */
  public String wrongId() {
    return errors.isEmpty()
        ? parts.stream()
            .filter(part -> !part.errors().isEmpty())
            .map(PartView::id)
            .findFirst()
            .orElse(id)
        : id;
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
        hints(definition),
        Objects.requireNonNullElse(definition.placeholder(), ""),
        kind(definition.type()),
        inputType(definition.type()),
        autocomplete(definition.type()),
        constraints.required(),
        constraints.readonly(),
        isKept(field, sent),
        value(field, sent),
        definition.type() == ParameterType.ADDRESS ? parts(id, field, sent, faults) : List.of(),
        choices(id, field, sent),
        constraints.maxLength(),
        content(definition),
        errors(field, sent, faults));
  }

  /** What is wrong with a field. */
  record Fault(String at, String message) {}

  private static List<String> hints(ParameterDefinition definition) {
    return Stream.of(definition.description(), definition.hint())
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank() && !text.equals(definition.title()))
        .distinct()
        .toList();
  }

  private static String content(ParameterDefinition definition) {
    return Objects.requireNonNullElse(
        definition.constraints().displayContent(),
        Objects.requireNonNullElse(definition.description(), ""));
  }

  /** One that was typed just now is none that is kept: nothing of a wrong answer is. */
  private static boolean isKept(FormField field, Sent sent) {
    return field.definition().type() == ParameterType.PASSWORD
        && field.held().isFilled()
        && !isTyped(field, sent);
  }

  private static boolean isTyped(FormField field, Sent sent) {
    String text = sent.text(field.name());
    return text != null && !text.isEmpty();
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
          String value =
              Objects.requireNonNullElse(sent.text(name), known == null ? "" : known.toString());
          return new PartView(
              id + "-" + part.name(),
              name,
              part.name(),
              part.title(),
              part.autocomplete(),
              part.needed(),
              value,
              part.isCountry() ? countries(id, value) : List.of(),
              faults.stream()
                  .filter(fault -> fault.at().endsWith("/" + part.name()))
                  .map(Fault::message)
                  .toList());
        })
        .toList();
  }

  private static List<ChoiceView> countries(String id, String chosen) {
    return Countries.ALL.stream()
        .map(country ->
            new ChoiceView(
                id + "-" + country.code(),
                country.code(),
                country.name(),
                country.code().equalsIgnoreCase(chosen)))
        .toList();
  }

  private static List<String> errors(FormField field, Sent sent, List<Fault> faults) {
    List<String> errors =
        new ArrayList<>(
            faults.stream()
                .filter(fault -> AddressPart.ALL.stream().noneMatch(part -> part.isAt(fault.at())))
                .map(fault -> inWords(field, sent, fault))
                .distinct()
                .toList());
    if (errors.isEmpty()
        && field.definition().type() == ParameterType.PASSWORD
        && isTyped(field, sent)) {
      errors.add("Please type it again: passwords are not sent back to you.");
    }
    String found = field.held().valueError();
    if (!found.isEmpty() && !errors.contains(found)) {
      errors.addFirst(found);
    }
    return errors;
  }

  /** What programs are told of an object that is none is of no use to people. */
  private static String inWords(FormField field, Sent sent, Fault fault) {
    String text = sent.text(field.name());
    return field.definition().type() == ParameterType.OBJECT
            && text != null
            && !text.isBlank()
            && fault.at().endsWith("/value")
        ? "Enter a JSON object, such as {\"name\": \"value\"}."
        : fault.message();
  }
}
