package io.tierhub.web.tieraccountrequest;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.tieraccountrequest.TierAccountRequest;
import io.tierhub.web.wire.Chars;
import org.jspecify.annotations.Nullable;

/** Why the vendor does not take a change over; Connect does not require it (wire-format §3.2). */
@Schema(name = "TierAccountRequestIgnore")
record IgnoreForm(
    @Chars(max = TierAccountRequest.LONGEST_REASON)
        @Schema(example = "The address is not ours to keep.")
        @Nullable String reason) {}
