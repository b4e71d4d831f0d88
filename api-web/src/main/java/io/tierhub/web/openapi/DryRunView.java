package io.tierhub.web.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a dry run answers. */
@Schema(name = "DryRun", description = "What the same call without `dry_run` would do")
record DryRunView(
    @Schema(example = "true") boolean dryRun,
    @Schema(description = "What it would answer") Map<String, Object> response,
    Effects effects) {

  @Schema(name = "DryRunEffects")
  record Effects(
      @Schema(description = "Members that would change", example = "[\"contact_info.city\"]")
          @Nullable List<String> changed,
      @Schema(description = "Account requests that would be raised")
          @Nullable List<Map<String, Object>> requestsRaised,
      @Nullable List<Untold> productsNotTold,
      @Schema(description = "What the feed would say") List<Told> events) {}

  @Schema(name = "DryRunProductNotTold")
  record Untold(
      @Schema(example = "PRD-276-377-545") String id,
      @Schema(example = "Nimbus Backup") String name,
      @Schema(example = "This account never occurred in an asset of this product.") String why) {}

  @Schema(name = "DryRunEvent")
  record Told(
      @Schema(example = "tier_account.changed") String type,
      @Schema(example = "TA-6458-9737-0065") String subject,
      Map<String, Object> data) {}
}
