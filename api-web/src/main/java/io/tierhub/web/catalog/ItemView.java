package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;

/** An item of a product as it is answered. */
@Schema(name = "ProductItem")
record ItemView(
    @Schema(example = "PRD-276-377-545-0001") String id,
    @Schema(example = "Backup seat") String name,
    @Schema(example = "FJB-SEAT") String mpn,
    @Schema(example = "reservation") String type,
    @Schema(example = "monthly") String period,
    Unit unit,
    @Schema(example = "100") int position) {

  @Schema(name = "ProductItemUnit")
  record Unit(@Schema(example = "seat") String id, @Schema(example = "seat") String title) {}
}
