package io.tierhub.workflow;

import org.jspecify.annotations.Nullable;

/** Who is to see to a request: a user by id or by e-mail, or whoever calls if neither is said. */
public record WantedAssignee(@Nullable String id, @Nullable String email) {}
