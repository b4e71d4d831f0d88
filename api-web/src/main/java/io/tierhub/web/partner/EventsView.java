package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When something was made and last changed, and by whom. */
@Schema(name = "Events")
public record EventsView(StampView created, StampView updated) {

  @Schema(name = "EventStamp")
  public record StampView(
      @Schema(example = "2026-11-22T10:00:00+00:00") String at, @Nullable NamedView by) {}

  @Schema(name = "Named")
  public record NamedView(
      @Schema(example = "SU-771-994-269") String id, @Schema(example = "Portal") String name) {}
}
