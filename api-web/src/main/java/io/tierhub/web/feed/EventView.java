package io.tierhub.web.feed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event of the feed: a CloudEvent of version 1.0 with attributes of ours. */
@Schema(name = "Event")
record EventView(
    @Schema(example = "1.0") String specversion,
    @Schema(example = "4711") String id,
    @Schema(example = "/public/v1") String source,
    @Schema(example = "io.tierhub.tier_account.changed") String type,
    @Schema(example = "TA-6458-9737-0065") String subject,
    @Schema(example = "2026-11-22T10:00:00+00:00") String time,
    @Schema(example = "application/json") String datacontenttype,
    @Schema(example = "42") long position,
    @Schema(example = "production") String environment,
    @Schema(example = "PA-687-574") String owner,
    @Schema(example = "VA-111-016") @Nullable String vendor,
    @Schema(example = "PRD-276-377-545") @Nullable String product,
    @Schema(example = "0af7651916cd43dd8448eb211c80319c") String traceid,
    @Nullable By by,
    @Schema(example = "{\"version\": 2, \"changed\": [\"contact_info.city\"]}")
        Map<String, Object> data) {

  @Schema(name = "EventBy")
  record By(
      @Schema(example = "SU-771-994-269") String id, @Schema(example = "Portal") String name) {}
}
