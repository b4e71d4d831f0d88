package io.tierhub.web.webhook;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers that may be sent along: none that say what the call is, or who makes it. */
@Documented
@Constraint(validatedBy = SentHeaders.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface SentHeaders {

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says what is wrong in words. */
  final class Check implements ConstraintValidator<SentHeaders, Map<String, String>> {

    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{0,1000}");
    private static final Set<String> OURS =
        Set.of(
            "authorization",
            "authentication",
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature");

    @Override
    public boolean isValid(
        @Nullable Map<String, String> headers, ConstraintValidatorContext context) {
      String fault = headers == null ? null : fault(headers);
      if (fault == null) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
      return false;
    }

    private static @Nullable String fault(Map<String, String> headers) {
      if (headers.size() > MOST) {
        return "No more than " + MOST + " headers are sent along.";
      }
      for (Map.Entry<String, String> header : headers.entrySet()) {
        if (!NAME.matcher(header.getKey()).matches()) {
          return "One of these is not the name of a header.";
        }
        String name = header.getKey().toLowerCase(Locale.ROOT);
        if (OURS.contains(name) || name.startsWith("proxy-")) {
          return "The header " + name + " is not yours to send.";
        }
        String value = header.getValue();
        if (value == null || !VALUE.matcher(value).matches()) {
          return "The value of " + name + " is not one that a header can have.";
        }
      }
      return null;
    }
  }
}
