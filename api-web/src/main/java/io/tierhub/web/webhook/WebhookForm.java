package io.tierhub.web.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.catalog.ProductId;
import io.tierhub.web.catalog.StorableJson;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.IdOf;
import io.tierhub.webhook.ObjectClass;
import io.tierhub.webhook.Webhook;
import io.tierhub.webhook.WebhookType;
import io.tierhub.workflow.ManageWebhooks.Wanted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A webhook as it is sent. */
@Schema(name = "WebhookWrite")
record WebhookForm(
    @Pattern(regexp = TYPES, message = "There is no such type of webhook.") @Schema(
            description =
                "On which occasion it is called: when something happened, or, of a vendor, when values of"
                    + " a draft or an inquiry are tried",
            allowableValues = {
              "event",
              "draft_tcr_t1_val",
              "draft_tcr_t2_val",
              "tcr_setup_t1_inq_val",
              "tcr_setup_t2_inq_val",
              "tcr_update_t1_validator",
              "tcr_update_t2_validator",
              "tcr_update_t1_inq_val",
              "tcr_update_t2_inq_val"
            },
            defaultValue = "event")
        @Nullable String type,
    @NotNull(message = "This field is required.") @Pattern(
            regexp = "fulfillment_request|tier_config_request|tier_account_request",
            message =
                "Use fulfillment_request, tier_config_request or tier_account_request; there is nothing"
                    + " else to tell of.")
        @Schema(
            description = "What it is told of",
            allowableValues = {
              "fulfillment_request",
              "tier_config_request",
              "tier_account_request"
            },
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String objectClass,
    @Chars(max = 100, required = true) @Schema(example = "Orders to our robot")
        @Nullable String label,
    @Chars(max = 1000) @Nullable String description,
    @IdOf("PRD")
        @Schema(
            description =
                "The only product whose events it is told of; all that you see without it",
            example = "PRD-403-038-754")
        @Nullable String productId,
    @Chars(max = 4096, required = true)
        @CallableUrl
        @Schema(
            description =
                "What is called, by POST. It must have a public address, and redirects are not followed",
            example = "https://vendor.example/hooks")
        @Nullable String externalUrl,
    @Pattern(
            regexp = "|[\\x21-\\x7E]{32,100}",
            message = "Use 32 to 100 characters, without blanks.")
        @Schema(
            description =
                "With what the tokens of its calls are signed, by HS256; one is drawn if you send none")
        @Nullable String jwtSecret,
    @Schema(description = "Whether it is called", defaultValue = "true") @Nullable Boolean active,
    @Pattern(regexp = "|POST", message = "Use POST.") @Schema(allowableValues = "POST", defaultValue = "POST")
        @Nullable String httpMethod,
    @StorableJson @Schema(description = "Sent along as it is") @Nullable Map<String, Object> data,
    @SentHeaders @Schema(description = "Headers that are sent along")
        @Nullable Map<String, String> headers) {

  private static final String TYPES =
      "|event|draft_tcr_t[12]_val|tcr_setup_t[12]_inq_val|tcr_update_t[12]_(?:validator|inq_val)";

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  static WebhookForm of(Webhook.Profile now) {
    return new WebhookForm(
        now.type().wire(),
        now.objectClass().wire(),
        now.label(),
        now.description(),
        now.product() == null ? null : now.product().value(),
        now.url(),
        null,
        now.active(),
        "POST",
        JSON.readValue(now.data(), OBJECT),
        JSON.readValue(now.headers(), TEXTS));
  }

  Wanted toDomain() {
    String product = Forms.orNone(productId);
    String given = Forms.orNone(type);
    return new Wanted(
        new Webhook.Profile(
            given == null ? WebhookType.EVENT : WebhookType.ofWire(given).orElseThrow(),
            ObjectClass.ofWire(Forms.given(objectClass)).orElseThrow(),
            Forms.given(label),
            Forms.orNone(description),
            active == null || active,
            Forms.given(externalUrl),
            product == null ? null : new ProductId(product),
            data == null ? "{}" : JSON.writeValueAsString(data),
            headers == null ? "{}" : JSON.writeValueAsString(headers)),
        Forms.orNone(jwtSecret));
  }
}
