package io.tierhub.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a call that takes no {@code If-Match} although the object can be read at its path: because it
 * cannot be any more when the call is made, or because nothing is decided by what it was.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unconditional {}
