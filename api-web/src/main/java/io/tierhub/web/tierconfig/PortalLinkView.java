package io.tierhub.web.tierconfig;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.mail.Recipient;
import io.tierhub.web.wire.WireTimes;
import io.tierhub.workflow.GivenPortalLink;
import org.jspecify.annotations.Nullable;

/** The link to a reseller's page. */
@Schema(name = "PortalLink")
record PortalLinkView(
    @Schema(
            description =
                "Whoever has it can open the page. Left out of a dry run, and if the same call is repeated"
                    + " with its `Idempotency-Key`",
            example =
                "https://tierhub.example.com/portal/TC-195-110-021.1798452000.1.mW3uQ0lSGz3ZrkQb2u8vJt6Yx5n4oPc7dEfGhIjKlMn")
        @Nullable String link,
    @Schema(description = "When it stops working", example = "2026-12-28T10:00:00+00:00")
        String expires,
    @Schema(
            description =
                "The technical contact's address as it is now; left out if nothing is mailed. A"
                    + " contact that is corrected before the mail is sent gets it instead",
            example = "ada@example.com")
        @Nullable String mailedTo) {

  static PortalLinkView of(GivenPortalLink given) {
    Recipient to = given.to();
    return new PortalLinkView(
        given.link(), WireTimes.format(given.ends()), to == null ? null : to.address());
  }
}
