package io.tierhub.web.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a dry run answers. */
@Schema(name = "DryRun", description = "What the same call without `dry_run` would do")
record DryRunView(
    @Schema(example = "true") boolean dryRun,
    @Schema(
            description =
                "What it would answer, without secrets that are shown once; left out if that is nothing",
            types = {"object", "array"},
            example = "{}")
        @Nullable Object response,
    @Schema(description = "Left out if the call comes with the code of a link instead of a token")
        @Nullable Effects effects) {

  @Schema(name = "DryRunEffects")
  record Effects(
      @Schema(
              description = "Members of an account that would change",
              example = "[\"contact_info.city\"]")
          @Nullable List<String> changed,
      @Schema(
              description =
                  "Requests that would be raised: whole account requests if an account is changed, else"
                      + " `id` and `status`")
          List<Map<String, Object>> requestsRaised,
      @Schema(description = "Products whose vendors would hear nothing of the account's change")
          @Nullable List<Untold> productsNotTold,
      @Schema(
              description = "From how much of each kind an account's personal data would be erased",
              example = "{\"versions\": 2, \"mails\": 1}")
          @Nullable Map<String, Integer> erased,
      @Schema(
              description = "Requests that would wait for others",
              example = "[\"PR-1895-0864-1238-001\"]")
          List<String> parked,
      @Schema(
              description = "Requests that would wait no more",
              example = "[\"TCR-195-110-021-001\"]")
          List<String> released,
      @Schema(
              description = "What somebody would be mailed about",
              example = "[\"TCR-195-110-021-001\"]")
          List<String> mails,
      @Schema(description = "What the feed would tell you") List<Told> events) {}

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
