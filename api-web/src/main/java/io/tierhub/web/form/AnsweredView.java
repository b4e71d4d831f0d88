package io.tierhub.web.form;

import io.swagger.v3.oas.annotations.media.Schema;

/** What whoever answered by a code is shown of the request, which is somebody else's. */
@Schema(name = "AnsweredRequest", description = "What is answered to a code")
public record AnsweredView(
    @Schema(example = "PR-1895-0864-1238-001") String id,
    @Schema(example = "purchase") String type,
    @Schema(example = "pending") String status) {}
