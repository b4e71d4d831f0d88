package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;

/** A person who works for a company. */
@Schema(name = "User")
record UserView(
    @Schema(example = "UR-276-377-545") String id,
    @Schema(example = "Ada Ferrer") String name,
    @Schema(example = "ada.ferrer@example.com") String email,
    @Schema(example = "true") boolean active,
    Created events) {

  @Schema(name = "UserEvents")
  record Created(EventsView.StampView created) {}
}
