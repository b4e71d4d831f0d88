package io.tierhub.web.form;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The countries by their English names, in the order of these. */
final class Countries {

  static final List<Country> ALL =
      Stream.of(Locale.getISOCountries())
          .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
          .sorted(Comparator.comparing(Country::name, Collator.getInstance(Locale.ENGLISH)))
          .toList();

  private Countries() {}

  /**
   * @param code of ISO 3166
   */
  record Country(String code, String name) {}
}
