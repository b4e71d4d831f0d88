package io.tierhub.web.openapi;

import io.tierhub.query.Field;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** By which properties a list can be filtered and ordered: the description lists them from it. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Filterable {

  Class<? extends Field> value();
}
