package io.tierhub.web.openapi;

import io.tierhub.kernel.Refusal;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Why an operation may refuse, besides what any of its kind may: the description lists it, with an
 * example of each.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

  Refusal[] value();
}
