package io.tierhub.web.catalog;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings in which {@code action.url}, if there is one, is where browsers can be sent. */
@Documented
@Constraint(validatedBy = ActionAddress.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface ActionAddress {

  String message() default "Expected a URL such as https://vendor.example/actions.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks at its form only; nobody is called. */
  final class Check implements ConstraintValidator<ActionAddress, Map<String, Object>> {

    private static final int LONGEST = 2000;

    @Override
    public boolean isValid(
        @Nullable Map<String, Object> settings, ConstraintValidatorContext context) {
      if (settings == null
          || !(settings.get("action") instanceof Map<?, ?> action)
          || isAddress(action.get("url"))) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
          .addPropertyNode("action")
          .addPropertyNode("url")
          .addConstraintViolation();
      return false;
    }

    private static boolean isAddress(@Nullable Object url) {
      if (url == null || "".equals(url)) {
        return true;
      }
      if (!(url instanceof String text) || text.length() > LONGEST) {
        return false;
      }
      try {
        URI uri = new URI(text);
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
            && uri.getHost() != null
            && uri.getRawUserInfo() == null
            && uri.getRawFragment() == null;
      } catch (URISyntaxException noAddress) {
        return false;
      }
    }
  }
}
