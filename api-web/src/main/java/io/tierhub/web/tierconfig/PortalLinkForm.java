package io.tierhub.web.tierconfig;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a reseller's page is opened. */
@Schema(name = "PortalLinkWrite")
record PortalLinkForm(
    @Schema(
            description = "Whether the link is mailed to the account's technical contact",
            defaultValue = "true")
        @Nullable Boolean send) {

  boolean isSent() {
    return send == null || send;
  }
}
