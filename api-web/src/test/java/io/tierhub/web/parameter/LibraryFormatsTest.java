package io.tierhub.web.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.parameter.ValueFormats;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryFormatsTest {

  private final ValueFormats formats =
      new LibraryFormats(Validation.buildDefaultValidatorFactory().getValidator());

  @ParameterizedTest
  @ValueSource(
      strings = {"ada@example.com", "ada.ferrer+it@mail.example.co.uk", "ada@b\u00fccher.de"})
  void knowsEmailAddresses(String text) {
    assertThat(formats.isEmail(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "ada@", "@example.com", "a b@example.com", "a@b@c.com"})
  void knowsWhatIsNone(String text) {
    assertThat(formats.isEmail(text)).isFalse();
  }

  @Test
  void knowsCallingCodes() {
    assertThat(formats.isCallingCode("+34")).isTrue();
    assertThat(formats.isCallingCode("1")).isTrue();
    assertThat(formats.isCallingCode("+999")).isFalse();
    assertThat(formats.isCallingCode("+12345")).isFalse();
    assertThat(formats.isCallingCode("Spain")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "+34, 93, 2011234",
    "'', '', +34 93 2011234",
    "'', '', 2011234",
    "1, 555, 867-7089",
  })
  void knowsPhones(String country, String area, String number) {
    assertThat(formats.isPhone(country, area, number)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"+34, '', call me", "'', '', ''", "+34, '', 1"})
  void knowsWhatCannotBeDialled(String country, String area, String number) {
    assertThat(formats.isPhone(country, area, number)).isFalse();
  }
}
