package io.tierhub.web.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of the audit. */
@Schema(name = "AuditEntry")
record AuditEntryView(
    @Schema(example = "AE-4711") String id,
    @Schema(example = "2026-11-22T10:00:00+00:00") String at,
    @Schema(description = "As the feed calls it", example = "tier_account.changed") String action,
    Named object,
    @Schema(description = "What of the object: a parameter of a product, say") @Nullable Part part,
    @Schema(description = "Absent if the server did it by itself") @Nullable By by,
    @Schema(description = "What the call came with") @Nullable Token token,
    @Schema(example = "0af7651916cd43dd8448eb211c80319c") String traceId,
    @Schema(example = "production") String environment,
    Owner owner,
    @Nullable Vendor vendor,
    @Schema(description = "The call's `X-Reason`", example = "The customer moved")
        @Nullable String reason,
    @Schema(
            description = "By the wire's names of the members",
            example = "{\"contact_info.city\": {\"before\": \"Bern\", \"after\": \"Lausanne\"}}")
        @Nullable Map<String, Object> changes,
    @Schema(description = "Whether names, reason and changes were erased", example = "false")
        @Nullable Boolean erased) {

  @Schema(name = "AuditObject")
  record Named(@Schema(example = "TA-6458-9737-0065") String id) {}

  @Schema(name = "AuditPart")
  record Part(@Schema(example = "PRM-403-038-754-0001") String id) {}

  @Schema(name = "AuditBy")
  record By(
      @Schema(example = "SU-771-994-269") String id,
      @Schema(example = "Portal") @Nullable String name) {}

  @Schema(name = "AuditToken")
  record Token(
      @Schema(description = "`api_token`, `jwt` or `link`", example = "api_token") String type,
      @Schema(example = "SU-771-994-269") @Nullable String id) {}

  @Schema(name = "AuditOwner")
  record Owner(@Schema(example = "PA-687-574") String id) {}

  @Schema(name = "AuditVendor")
  record Vendor(@Schema(example = "VA-111-016") String id) {}
}
