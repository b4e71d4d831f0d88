package io.tierhub.web.template;

/** Bodies that can be sent as they are. */
final class TemplateExamples {

  static final String TIER =
      """
      {
        "name": "Welcome as a reseller",
        "body": "# Welcome\\n\\nYour VAT number is **{{ vat_number }}**.",
        "scope": "tier1",
        "type": "fulfillment"
      }
      """;

  static final String CHANGE =
      """
      {"body": "# Welcome\\n\\nWe invoice **{{ vat_number }}** from today."}
      """;

  private TemplateExamples() {}
}
