package io.tierhub.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whose page of Swagger UI an operation belongs on. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Users {

  User[] value();

  /** The users of design §1 that call the API. */
  enum User {
    PORTAL,
    VENDOR,
    OPS
  }
}
