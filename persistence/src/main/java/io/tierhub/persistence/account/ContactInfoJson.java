package io.tierhub.persistence.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.tierhub.account.Contact;
import io.tierhub.account.ContactInfo;
import io.tierhub.account.PhoneNumber;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contact data as the wire writes it, which is also how the column keeps it: a read copies the text
 * and parses nothing. {@code address_line2} and {@code state} are written as null when absent, as
 * Connect does; an absent phone number is left out (wire-format §2.2).
 */
@Component
class ContactInfoJson {

  private final JsonMapper json =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(ContactInfo.class, ContactInfoOrder.class)
          .addMixIn(Contact.class, ContactOrder.class)
          .addMixIn(PhoneNumber.class, PhoneOrder.class)
          .build();

  String write(ContactInfo contactInfo) {
    return json.writeValueAsString(contactInfo);
  }

  ContactInfo read(String text) {
    return json.readValue(text, ContactInfo.class);
  }

  @JsonPropertyOrder({
    "address_line1",
    "address_line2",
    "city",
    "state",
    "postal_code",
    "country",
    "contact"
  })
  private interface ContactInfoOrder {}

  @JsonPropertyOrder({"first_name", "last_name", "email", "phone_number"})
  private interface ContactOrder {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    PhoneNumber phoneNumber();
  }

  @JsonPropertyOrder({"country_code", "area_code", "phone_number", "extension"})
  private interface PhoneOrder {}
}
