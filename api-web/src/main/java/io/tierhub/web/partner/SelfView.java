package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who the caller is. */
@Schema(name = "Self")
record SelfView(
    @Schema(allowableValues = {"vendor", "distributor", "ops"}) String role,
    PartyView account,
    @Schema(allowableValues = {"production", "test", "preview"}) String environment,
    EventsView.NamedView user,
    @Nullable TokenOfSelf token) {

  /** The token the call was made with; absent when it was made with a JWT. */
  @Schema(name = "SelfToken")
  record TokenOfSelf(
      @Schema(example = "SU-771-994-269") String id,
      @Schema(example = "Portal") String name,
      @Schema(example = "2027-11-22T10:00:00+00:00") @Nullable String expirationDate) {}
}
