package io.tierhub.web.parameter;

/** Bodies that can be sent as they are, one after the other. */
final class ParameterExamples {

  static final String TEXT =
      """
      {
        "name": "vat_number",
        "title": "VAT number",
        "description": "As the tax office writes it",
        "type": "text",
        "scope": "tier1",
        "phase": "ordering",
        "hint": "Begins with the country",
        "placeholder": "ESB12345678",
        "constraints": {"required": true, "min_length": 4, "max_length": 20}
      }
      """;

  static final String CHOICE =
      """
      {
        "name": "invoicing",
        "title": "How do you want your invoices?",
        "type": "choice",
        "scope": "tier1",
        "phase": "ordering",
        "constraints": {
          "choices": [
            {"value": "mail", "label": "By e-mail", "default": true},
            {"value": "paper", "label": "On paper"}
          ]
        }
      }
      """;

  static final String DEPENDENT =
      """
      {
        "name": "invoice_address",
        "title": "Where to send them",
        "type": "address",
        "scope": "tier1",
        "phase": "ordering",
        "constraints": {
          "hidden": true,
          "dependency": {
            "parameter": {"name": "invoicing"},
            "values": ["paper"],
            "required": true,
            "hidden": false
          }
        }
      }
      """;

  static final String REQUIRE =
      """
      {"constraints": {"required": true}}
      """;

  private ParameterExamples() {}
}
