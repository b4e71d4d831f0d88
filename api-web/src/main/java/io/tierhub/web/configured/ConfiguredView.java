package io.tierhub.web.configured;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.OrEmpty;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.partner.EventsView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a configuration-phase parameter as it is answered (wire-format §7).
 *
 * @param events empty if nothing was ever set
 */
@Schema(name = "ConfiguredValue")
record ConfiguredView(
    @Schema(
            description =
                "Left out if nothing is set, and of a password for all but the product's vendor",
            example = "https://api.nimbus.example")
        @Nullable String value,
    @Seldom @Nullable Map<String, Object> structuredValue,
    Parameter parameter,
    @Seldom @Nullable Item item,
    @Seldom @Nullable Marketplace marketplace,
    @OrEmpty EventsView events) {

  @Schema(name = "ConfiguredParameter")
  record Parameter(
      @Schema(description = "Its name", example = "api_url") String id,
      @Schema(description = "The same", example = "api_url") String name,
      @Schema(example = "Address of the API") String title,
      @Schema(example = "Where orders are sent") String description,
      @Schema(example = "url") String type,
      @Schema(example = "product") String scope,
      @Schema(example = "configuration") String phase,
      @Nullable String hint,
      @Nullable String placeholder,
      @Seldom @Schema(name = "default") @Nullable Map<String, Object> defaultValue,
      @Schema(ref = "#/components/schemas/ParameterConstraints") Object constraints) {}

  @Schema(name = "ConfiguredItem")
  record Item(
      @Schema(example = "PRD-276-377-545-0001") String id,
      @Schema(example = "Nimbus Backup seat") String name) {}

  @Schema(name = "ConfiguredMarketplace")
  record Marketplace(
      @Schema(example = "MP-91673") String id,
      @Schema(example = "Alpine Marketplace") String name,
      @Nullable String icon) {}
}
