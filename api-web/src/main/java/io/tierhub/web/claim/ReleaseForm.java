package io.tierhub.web.claim;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to give back. */
@Schema(name = "LeaseRelease")
record ReleaseForm(
    @Schema(
            description = "Ids; all that the lease holds when left out",
            example = "[\"PR-1895-0864-1238-001\"]")
        @Nullable List<String> requests) {

  List<String> named() {
    return Objects.requireNonNullElse(requests, List.of());
  }
}
