package io.tierhub.fulfillment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How much of an item: a number in its shortest form, or {@code unlimited}. A text on the wire. */
public record Quantity(String value) {

  public static final Quantity NONE = new Quantity("0");

  private static final String UNLIMITED = "unlimited";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,6})?");

  /** The quantity, unless the text is no positive number and not {@code unlimited}. */
  public static Optional<Quantity> positive(String text) {
    return of(text).filter(quantity -> !quantity.equals(NONE));
  }

  /** The quantity, unless the text is no number and not {@code unlimited}. */
  public static Optional<Quantity> of(String text) {
    if (text.equals(UNLIMITED)) {
      return Optional.of(new Quantity(UNLIMITED));
    }
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(new Quantity(new BigDecimal(text).stripTrailingZeros().toPlainString()));
  }

  @Override
  public String toString() {
    return value;
  }
}
