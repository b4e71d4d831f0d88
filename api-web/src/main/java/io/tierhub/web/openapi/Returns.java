package io.tierhub.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What an operation answers if all goes well. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Returns {

  /** The view that describes the JSON, or an array of it. */
  Class<?> value();

  /** What else it may return; nothing if it is void. */
  Class<?> or() default Void.class;

  HttpStatus status() default HttpStatus.OK;
}
