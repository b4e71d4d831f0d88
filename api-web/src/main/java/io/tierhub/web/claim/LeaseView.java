package io.tierhub.web.claim;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A lease. */
@Schema(name = "Lease")
record LeaseView(
    @Schema(example = "LE-8307-5526-1402") String id,
    @Schema(example = "2026-11-29T10:05:00+00:00") String expiresAt,
    @Schema(description = "What it still holds") List<Held> requests) {

  @Schema(name = "RequestOfLease")
  record Held(@Schema(example = "PR-1895-0864-1238-001") String id) {}
}
