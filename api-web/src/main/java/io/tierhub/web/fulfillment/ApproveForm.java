package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.Forms;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it is sent (wire-format §6.3). Products have no templates here yet, so no template
 * can be named; the deprecated {@code activation_tile} is passed over.
 */
@Schema(name = "FulfillmentRequestApprove")
record ApproveForm(
    @Size(max = 0, message = "There is no template ${validatedValue} of this product.") @Schema(hidden = true)
        @Nullable String templateId,
    @Schema(
            description = "From when it holds, ISO 8601; from now on when left out",
            example = "2026-12-01T00:00:00+00:00")
        @Nullable String effectiveDate) {

  @AssertTrue(message = "Expected a date or a moment, ISO 8601.") @Schema(hidden = true)
  boolean isEffectiveDate() {
    try {
      Instant moment = effective();
      int year = moment == null ? 0 : moment.atOffset(ZoneOffset.UTC).getYear();
      return year >= 0 && year <= 9999; // The database ends somewhere beyond.
    } catch (DateTimeParseException unreadable) {
      return false;
    }
  }

  /**
   * @throws DateTimeParseException if it is no date and no moment
   */
  @Nullable Instant effective() {
    String text = Forms.orNone(effectiveDate);
    if (text == null) {
      return null;
    }
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    TemporalAccessor moment =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return moment instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(moment).toInstant(ZoneOffset.UTC);
  }
}
