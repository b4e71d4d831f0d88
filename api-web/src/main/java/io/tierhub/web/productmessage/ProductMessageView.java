package io.tierhub.web.productmessage;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as it is answered. */
@Schema(name = "ProductMessage")
record ProductMessageView(
    @Schema(example = "PRDMSG-276-377-545-0001") String id,
    Product product,
    @Schema(example = "vat-unknown") String externalId,
    @Schema(example = "The tax office does not know this number.") String value,
    @Schema(example = "false") boolean auto) {

  @Schema(name = "ProductOfMessage")
  record Product(
      @Schema(example = "PRD-276-377-545") String id,
      @Schema(example = "Fjord Backup") String name,
      @Nullable String icon,
      @Schema(example = "published") String status) {}
}
