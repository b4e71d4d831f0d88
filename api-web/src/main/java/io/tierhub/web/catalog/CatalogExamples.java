package io.tierhub.web.catalog;

/** Bodies that can be sent as they are. */
final class CatalogExamples {

  static final String PRODUCT =
      """
      {
        "name": "Fjord Backup",
        "short_description": "Backup for small offices",
        "capabilities": {"tiers": {"updates": true, "configs": {"level": 2}}}
      }
      """;

  static final String CAPABILITIES =
      """
      {"capabilities": {"tiers": {"updates": true, "configs": {"level": 1}}}}
      """;

  static final String ITEM =
      """
      {
        "name": "Backup seat",
        "mpn": "FJB-SEAT",
        "type": "reservation",
        "period": "monthly",
        "unit": {"id": "seat"}
      }
      """;

  static final String CONNECTION =
      """
      {"hub": {"id": "HB-0309-9389"}, "provider": {"id": "PA-687-574"}}
      """;

  static final String REVOKE =
      """
      {"status": "revoked"}
      """;

  private CatalogExamples() {}
}
