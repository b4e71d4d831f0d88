package io.tierhub.web.fulfillment;

/** Bodies to begin with. */
final class RequestExamples {

  static final String BY_ID =
      """
      {
        "type": "purchase",
        "asset": {
          "product": {"id": "PRD-403-038-754"},
          "external_uid": "1c378bdd-9c8a-4566-be8a-bd90a51aa42a",
          "items": [{"id": "PRD-403-038-754-0001", "quantity": "5"}],
          "params": [{"id": "domain", "value": "bakeriet.example"}],
          "tiers": {"customer": {"id": "TA-6458-9737-0065"}}
        }
      }
      """;

  static final String INLINE =
      """
      {
        "type": "purchase",
        "asset": {
          "product": {"id": "PRD-403-038-754"},
          "external_id": "10005",
          "items": [{"mpn": "BACKUP-SEAT", "quantity": "5"}],
          "tiers": {
            "customer": {
              "name": "Bakeriet på Hjørnet",
              "external_uid": "ac6d6da9-e628-495b-952c-c5c10a76f78d",
              "contact_info": {
                "address_line1": "Markveien 5",
                "city": "Oslo",
                "postal_code": "0554",
                "country": "NO",
                "contact": {"first_name": "Olav", "last_name": "Lie", "email": "olav.lie@example.com"}
              }
            },
            "tier1": {"external_uid": "a6fbc2d5-891d-44df-8856-e78ed18edb38"},
            "tier2": {}
          }
        }
      }
      """;

  static final String CHANGE =
      """
      {
        "type": "change",
        "asset": {
          "id": "AS-1895-0864-1238",
          "items": [{"id": "PRD-403-038-754-0001", "quantity": "8"}]
        }
      }
      """;

  static final String SUSPEND =
      """
      {"type": "suspend", "asset": {"id": "AS-1895-0864-1238"}}
      """;

  static final String RESUME =
      """
      {"type": "resume", "asset": {"id": "AS-1895-0864-1238"}}
      """;

  static final String CANCEL =
      """
      {"type": "cancel", "asset": {"id": "AS-1895-0864-1238"}}
      """;

  static final String ADJUSTMENT =
      """
      {
        "type": "adjustment",
        "asset": {
          "id": "AS-1895-0864-1238",
          "params": [{"id": "domain", "value": "bakeriet.test"}]
        }
      }
      """;

  private RequestExamples() {}
}
