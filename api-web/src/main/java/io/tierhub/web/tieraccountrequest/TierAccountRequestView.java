package io.tierhub.web.tieraccountrequest;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.OrNull;
import io.tierhub.web.openapi.Seldom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tier account request as it is answered (wire-format §3.1). */
@Schema(name = "TierAccountRequest")
record TierAccountRequestView(
    @Schema(example = "TAR-6458-9737-0065-001-001") String id,
    @Schema(allowableValues = "update") String type,
    @Schema(allowableValues = {"pending", "accepted", "ignored", "unsupported"}) String status,
    @Schema(
            description = "The account as this change left it",
            ref = "#/components/schemas/TierAccount")
        Object account,
    Party vendor,
    Party provider,
    Product product,
    @OrNull @Seldom @Nullable String reason,
    @Seldom
        @Schema(
            description = "A newer request for the same account and product, while this one waits")
        @Nullable Reference supersededBy,
    Events events) {

  @Schema(name = "Reference")
  record Reference(@Schema(example = "TAR-6458-9737-0065-002-001") String id) {}

  @Schema(name = "PartyOfRequest")
  record Party(
      @Schema(example = "VA-111-016") String id,
      @Schema(example = "Nimbus Software") String name,
      @Nullable String icon) {}

  @Schema(name = "ProductOfRequest")
  record Product(
      @Schema(example = "PRD-276-377-545") String id,
      @Schema(example = "Nimbus Backup") String name,
      @Nullable String icon,
      @Schema(example = "published") String status,
      @Seldom
          @Schema(
              ref = "#/components/schemas/Capabilities",
              description = "Of tier configurations and their requests, if selected")
          @Nullable Object capabilities) {}

  @Schema(name = "TierAccountRequestEvents")
  record Events(
      @Schema(ref = "#/components/schemas/EventStamp") Object created,
      @Schema(ref = "#/components/schemas/EventStamp") Object updated) {}

  /** What a change changed. */
  @Schema(name = "TierAccountRequestDiff")
  record Diff(
      @Schema(example = "TAR-6458-9737-0065-001-001") String id,
      DiffAccount account,
      List<Change> changes,
      @Schema(example = "City changed from “Barcelona” to “Girona”.") String summary) {}

  @Schema(name = "DiffAccount")
  record DiffAccount(
      @Schema(example = "TA-6458-9737-0065") String id,
      @Schema(example = "Núvol Partners SL") String name,
      @Schema(example = "1") int fromVersion,
      @Schema(example = "2") int toVersion) {}

  @Schema(name = "DiffChange")
  record Change(
      @Schema(example = "contact_info.city") String path,
      @OrNull @Schema(example = "Barcelona") String from,
      @OrNull @Schema(example = "Girona") String to) {}
}
