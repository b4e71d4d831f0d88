package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.Chars;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as it is sent. Its status changes by actions, and its version is TierHub's. */
@Schema(name = "ProductWrite")
record ProductForm(
    @Chars(max = 255, required = true) @Schema(example = "Fjord Backup") @Nullable String name,
    @Chars(max = 128) @Schema(description = "Your own id for it") @Nullable String externalId,
    @Chars(max = 4000) @Schema(example = "Backup for small offices")
        @Nullable String shortDescription,
    @Chars(max = 100_000) @Nullable String detailedDescription,
    @StorableJson
        @ActionAddress
        @Schema(
            description =
                "Kept for portals. TierHub reads `action.url`, where the links of the product's"
                    + " actions lead, and drops `action.jwt_secret`, which only"
                    + " `…/actions/regeneratesecret` sets")
        @Nullable Map<String, Object> customerUiSettings,
    @Valid @Nullable CapabilitiesForm capabilities) {}
