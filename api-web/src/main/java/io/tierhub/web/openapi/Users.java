package io.tierhub.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Whose page of Swagger UI an operation belongs on. Said of a type, it goes for all it has. */
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

  /** Reads the annotation. */
  final class Of {

    private static final User[] NOBODY = {};

    private Of() {}

    /** The users of an endpoint, by what its method says, else by what its type says. */
    static User[] method(Method method) {
      @Nullable Users users = AnnotatedElementUtils.findMergedAnnotation(method, Users.class);
      if (users == null) {
        users = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Users.class);
      }
      return users == null ? NOBODY : users.value();
    }
  }
}
