package io.tierhub.web.account;

/** Bodies that can be sent as they are. */
final class AccountExamples {

  static final String RESELLER =
      """
      {
        "type": "reseller",
        "name": "Núvol Partners SL",
        "tax_id": "B65410011",
        "contact_info": {
          "address_line1": "Carrer de Mallorca 401",
          "city": "Barcelona",
          "postal_code": "08013",
          "country": "ES",
          "contact": {
            "first_name": "Ada",
            "last_name": "Ferrer",
            "email": "ada.ferrer@example.com",
            "phone_number": {"country_code": "+34", "area_code": "93", "phone_number": "2011234", "extension": ""}
          }
        }
      }
      """;

  static final String PAIR =
      """
      [
        {
          "type": "reseller",
          "name": "Fjord Cloud AS",
          "contact_info": {
            "address_line1": "Karl Johans gate 22",
            "city": "Oslo",
            "postal_code": "0159",
            "country": "NO",
            "contact": {"first_name": "Ingrid", "last_name": "Dahl", "email": "ingrid.dahl@example.com"}
          }
        },
        {
          "type": "customer",
          "name": "Bakeriet på Hjørnet",
          "parent": {"index": 0},
          "contact_info": {
            "address_line1": "Markveien 5",
            "city": "Oslo",
            "postal_code": "0554",
            "country": "NO",
            "contact": {"first_name": "Olav", "last_name": "Lie", "email": "olav.lie@example.com"}
          }
        }
      ]
      """;

  static final String MOVED =
      """
      {
        "contact_info": {
          "address_line1": "Passeig de Gràcia 92",
          "postal_code": "08008"
        }
      }
      """;

  private AccountExamples() {}
}
