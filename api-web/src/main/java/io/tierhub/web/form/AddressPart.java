package io.tierhub.web.form;

import java.util.List;

/**
 * A line of an address, in the order in which people write them.
 *
 * @param name the wire's
 * @param needed whether there is no address without it
 */
record AddressPart(String name, String title, String autocomplete, boolean needed) {

  static final List<AddressPart> ALL =
      List.of(
          new AddressPart("address_line1", "Street and number", "address-line1", true),
          new AddressPart("address_line2", "Address, second line", "address-line2", false),
          new AddressPart("postal_code", "Postal code", "postal-code", false),
          new AddressPart("city", "City", "address-level2", true),
          new AddressPart("state", "State or province", "address-level1", false),
          new AddressPart("country", "Country", "country", true));

  boolean isCountry() {
    return name.equals("country");
  }

  boolean isAt(String pointer) {
    return pointer.endsWith("/" + name);
  }
}
