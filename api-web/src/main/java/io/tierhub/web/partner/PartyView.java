package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company as other things name it. */
@Schema(name = "Party")
public record PartyView(
    @Schema(example = "PA-687-574") String id,
    @Schema(example = "Alpine Distribution") String name,
    @Nullable String icon) {}
