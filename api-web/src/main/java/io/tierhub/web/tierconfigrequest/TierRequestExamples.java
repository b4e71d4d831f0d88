package io.tierhub.web.tierconfigrequest;

/** Bodies to begin with. */
final class TierRequestExamples {

  static final String SETUP =
      """
      {
        "type": "setup",
        "configuration": {
          "product": {"id": "PRD-403-038-754"},
          "account": {"id": "TA-6458-9737-0065"},
          "tier_level": 1
        },
        "params": [{"id": "contact_language", "value": "en"}]
      }
      """;

  static final String UPDATE =
      """
      {
        "configuration": {"id": "TC-195-110-021"},
        "params": [{"id": "contact_language", "value": "de"}]
      }
      """;

  static final String DRAFT =
      """
      {
        "status": "draft",
        "configuration": {"id": "TC-195-110-021"},
        "params": [{"id": "contact_language", "value": "fr"}]
      }
      """;

  private TierRequestExamples() {}
}
