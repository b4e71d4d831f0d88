package io.tierhub.persistence.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column whose changes the audit tells. What is not marked never gets there, so a secret cannot
 * be told because somebody forgot about it.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

  /** The member's name on the wire, dots between the members. */
  String value();

  As as() default As.VALUE;

  /** What a column holds. */
  enum As {
    VALUE,
    /** A JSON text, told member by member. */
    JSON,
    /** What is held for parameters, told one by one; passwords are not. */
    PARAMS,
    /** Told that it changed, and no more. */
    SECRET
  }
}
