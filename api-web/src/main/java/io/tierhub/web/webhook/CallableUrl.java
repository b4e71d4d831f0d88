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
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A URL that can be called. Names are resolved with each call only. */
@Documented
@Constraint(validatedBy = CallableUrl.Check.class)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface CallableUrl {

  String message() default "Expected a URL such as https://vendor.example/hooks.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks at its form, and at an address that stands in it. */
  final class Check implements ConstraintValidator<CallableUrl, String> {

    private final PublicAddresses addresses;

    Check(PublicAddresses addresses) {
      this.addresses = addresses;
    }

    @Override
    public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
      if (url == null || url.isEmpty()) {
        return true;
      }
      String host = host(url);
      if (host != null && isPermitted(host)) {
        return true;
      }
      if (host != null) {
        context.disableDefaultConstraintViolation();
        context
            .buildConstraintViolationWithTemplate("This address is not public.")
            .addConstraintViolation();
      }
      return false;
    }

    private static @Nullable String host(String url) {
      try {
        URI uri = new URI(url);
        boolean callable =
            ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null;
        return callable ? uri.getHost() : null;
      } catch (URISyntaxException noAddress) {
        return null;
      }
    }

    private boolean isPermitted(String host) {
      try {
        return addresses.permit(InetAddress.ofLiteral(host));
      } catch (IllegalArgumentException name) {
        return true;
      }
    }
  }
}
