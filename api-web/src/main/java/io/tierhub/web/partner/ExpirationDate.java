package io.tierhub.web.partner;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A moment as ISO 8601 writes it, in UTC if it does not say. Empty means never. */
@Documented
@Constraint(validatedBy = ExpirationDate.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface ExpirationDate {

  String message() default "Expected a moment such as 2027-11-22T10:00:00+00:00.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Tries to read it. */
  final class Check implements ConstraintValidator<ExpirationDate, String> {

    /** Nobody means a later year, and PostgreSQL has an end. */
    private static final int LAST_YEAR = 9999;

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || text.isEmpty() || parse(text).isPresent();
    }

    public static Optional<Instant> parse(String text) {
      try {
        TemporalAccessor read =
            DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text, OffsetDateTime::from, LocalDateTime::from);
        OffsetDateTime at =
            read instanceof OffsetDateTime moment
                ? moment
                : ((LocalDateTime) read).atOffset(ZoneOffset.UTC);
        return at.getYear() < 0 || at.getYear() > LAST_YEAR
            ? Optional.empty()
            : Optional.of(at.toInstant().truncatedTo(ChronoUnit.MICROS));
      } catch (DateTimeException unreadable) {
        // Which is what was asked.
        return Optional.empty();
      }
    }
  }
}
