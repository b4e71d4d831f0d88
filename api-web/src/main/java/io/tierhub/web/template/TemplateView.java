package io.tierhub.web.template;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.partner.EventsView;

/** A template as it is answered. */
@Schema(name = "Template")
record TemplateView(
    @Schema(example = "TL-551-876-782") String id,
    @Schema(description = "The name again", example = "Welcome as a reseller") String title,
    @Schema(example = "Welcome as a reseller") String name,
    @Schema(example = "# Welcome\n\nYour VAT number is **{{ vat_number }}**.") String body,
    @Schema(example = "tier1") String scope,
    @Schema(example = "fulfillment") String type,
    @Schema(example = "100000") long position,
    EventsView events) {}
