package io.tierhub.web.partner;

/** Bodies that can be sent as they are. */
final class PartnerExamples {

  static final String TOKEN =
      """
      {
        "name": "Portal, read and write",
        "description": "Used by the order portal",
        "expiration_date": "2099-12-31T23:59:59+00:00"
      }
      """;

  static final String TOKEN_LABEL =
      """
      {"name": "Portal, second team"}
      """;

  static final String EXPIRY =
      """
      {"expiration_date": "2099-12-31T23:59:59+00:00"}
      """;

  static final String HUB =
      """
      {
        "name": "Alpine Hub",
        "description": "Orders from the Alpine portal",
        "instance_type": "api",
        "instance_id": "alpine-eu"
      }
      """;

  static final String MARKETPLACE =
      """
      {
        "name": "Alpine Europe",
        "description": "Resellers in the EU",
        "zone": "EU",
        "countries": [{"id": "ES"}, {"id": "FR"}],
        "currency": "EUR",
        "hubs": [{"hub": {"id": "HB-0309-9389"}, "external_id": "eu-1"}]
      }
      """;

  private PartnerExamples() {}
}
