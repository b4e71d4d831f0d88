package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.catalog.ProductItem;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An item of a product as it is sent. */
@Schema(name = "ProductItemWrite")
record ItemForm(
    @Chars(max = 255, required = true) @Schema(example = "Backup seat") @Nullable String name,
    @Chars(max = 64, required = true)
        @Schema(description = "Your number for it, unique in the product", example = "FJB-SEAT")
        @Nullable String mpn,
    @Pattern(regexp = "reservation|ppu", message = "Use reservation or ppu.") @Schema(
            allowableValues = {"reservation", "ppu"},
            defaultValue = "reservation")
        @Nullable String type,
    @Pattern(
            regexp = "onetime|monthly|yearly|years_[2-5]",
            message = "Use onetime, monthly, yearly or years_2 to years_5.")
        @Schema(
            allowableValues = {
              "onetime", "monthly", "yearly", "years_2", "years_3", "years_4", "years_5"
            },
            defaultValue = "monthly")
        @Nullable String period,
    @Valid @NotNull(message = "This field is required.") @Nullable UnitForm unit,
    @Min(value = 0, message = POSITIONS) @Max(value = 1_000_000, message = POSITIONS) @Schema(description = "Last when left out", example = "100")
        @Nullable Integer position) {

  private static final String POSITIONS = "Use a number from 0 to 1000000.";

  /** What it is counted in. */
  @Schema(name = "ItemUnit")
  record UnitForm(
      @Chars(max = 64, required = true) @Schema(example = "seat") @Nullable String id) {}

  ProductItem.Profile toDomain() {
    return new ProductItem.Profile(
        Forms.given(name),
        Forms.given(mpn),
        Forms.given(Forms.given(unit).id()),
        type == null || type.isEmpty() ? "reservation" : type,
        period == null || period.isEmpty() ? "monthly" : period,
        position);
  }
}
