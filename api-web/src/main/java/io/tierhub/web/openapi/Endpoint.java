package io.tierhub.web.openapi;

import io.tierhub.kernel.Refusal;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.NamedLease;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What can be told of an endpoint by how its method is declared. */
record Endpoint(HandlerMethod method) {

  boolean isList() {
    return takes(ListQuery.class);
  }

  boolean takesBody() {
    return takes(Body.class);
  }

  /** Whether it changes something that can be claimed. */
  boolean isLeasable() {
    return !reads() && parameters().anyMatch(p -> NamedLease.isFor(p.getParameterType()));
  }

  /** Whether it answers pages of a list, and does not only choose by a list's filters. */
  boolean isPaged() {
    return isList() && reads();
  }

  private boolean hasTypedParameter() {
    return parameters()
        .anyMatch(parameter ->
            parameter.hasParameterAnnotation(RequestParam.class)
                && parameter.getParameterType() != String.class);
  }

  /** How it may refuse: by what it takes in, and by what is said of it. */
  Set<Refusal> refusals() {
    Set<Refusal> all = EnumSet.of(Refusal.UNAVAILABLE, Refusal.TOO_MANY_CALLS);
    TokenFree free = method.getMethodAnnotation(TokenFree.class);
    if (free == null || free.orByToken()) {
      all.add(Refusal.UNAUTHENTICATED);
    }
    if (takesBody()) {
      all.addAll(
          List.of(
              Refusal.INVALID,
              Refusal.UNREADABLE_BODY,
              Refusal.BODY_TOO_SLOW,
              Refusal.BODY_TOO_LARGE,
              Refusal.UNSUPPORTED_MEDIA_TYPE));
    }
    if (isList()) {
      all.addAll(List.of(Refusal.BAD_FILTER, Refusal.FILTER_TOO_LARGE));
    }
    if (hasTypedParameter()) {
      all.add(Refusal.INVALID);
    }
    boolean ofOne = parameters().anyMatch(p -> p.hasParameterAnnotation(PathVariable.class));
    if (ofOne) {
      all.add(Refusal.NOT_FOUND);
    }
    if (!reads()) {
      all.addAll(List.of(Refusal.FORBIDDEN, Refusal.INVALID));
    }
    if (ofOne && !reads()) {
      all.add(Refusal.STALE);
    }
    if (isLeasable()) {
      all.add(Refusal.LEASE_LOST);
    }
    if (isKeyed()) {
      all.addAll(
          List.of(Refusal.INVALID, Refusal.IDEMPOTENCY_KEY_IN_USE, Refusal.IDEMPOTENCY_KEY_REUSED));
    }
    Refuses refuses = method.getMethodAnnotation(Refuses.class);
    if (refuses != null) {
      all.addAll(Arrays.asList(refuses.value()));
    }
    return all;
  }

  private boolean takes(Class<?> type) {
    return parameters().anyMatch(parameter -> parameter.getParameterType() == type);
  }

  private boolean reads() {
    return isCalledBy(RequestMethod.GET);
  }

  /** Whether it may be repeated with its key. */
  private boolean isKeyed() {
    return isCalledBy(RequestMethod.POST) || isCalledBy(RequestMethod.PUT);
  }

  private boolean isCalledBy(RequestMethod verb) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    return mapping != null && List.of(mapping.method()).contains(verb);
  }

  private Stream<MethodParameter> parameters() {
    return Arrays.stream(method.getMethodParameters());
  }
}
