package io.tierhub.parameter;

import io.tierhub.kernel.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a parameter's value is made of (wire-format §7). */
public enum ParameterType {
  TEXT,
  DROPDOWN,
  PASSWORD,
  EMAIL,
  /** Any number of choices, each ticked or not. */
  CHECKBOX,
  /** A name below one of the domains that are its choices. */
  SUBDOMAIN,
  DOMAIN,
  ADDRESS,
  PHONE,
  /** Any JSON object. */
  OBJECT,
  URL,
  CHOICE,
  /** A title in the form; nobody fills it in. */
  HEADING,
  /** A text in the form; nobody fills it in. */
  CONTENT;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<ParameterType> ofWire(String text) {
    return Stream.of(values()).filter(type -> type.wire().equals(text)).findFirst();
  }

  public static List<String> words() {
    return Stream.of(values()).map(ParameterType::wire).toList();
  }

  /** Whether there is something to fill in; headings and contents are only looked at. */
  public boolean holdsValue() {
    return this != HEADING && this != CONTENT;
  }

  /** Whether the value is an object on the wire, and {@code value} only its text. */
  public boolean isStructured() {
    return switch (this) {
      case CHECKBOX, ADDRESS, PHONE, OBJECT -> true;
      case TEXT, DROPDOWN, PASSWORD, EMAIL, SUBDOMAIN, DOMAIN, URL, CHOICE, HEADING, CONTENT ->
          false;
    };
  }

  /**
   * Whether no two may have the same value. Nobody is told that a password is another's, and of
   * objects nobody could say which are the same.
   */
  public boolean canBeUnique() {
    return holdsValue() && !isStructured() && this != PASSWORD;
  }

  /** Whether the value is made of the parameter's choices. */
  public boolean hasChoices() {
    return needsChoices() || this == SUBDOMAIN;
  }

  /** Whether nothing could be filled in without choices. */
  public boolean needsChoices() {
    return this == DROPDOWN || this == CHOICE || this == CHECKBOX;
  }

  /** Whether forms begin with a country. */
  public boolean hasCountry() {
    return this == ADDRESS || this == PHONE;
  }

  /** Whether a vendor may say how short and how long a value is. */
  public boolean hasLength() {
    return this == TEXT || this == PASSWORD;
  }
}
