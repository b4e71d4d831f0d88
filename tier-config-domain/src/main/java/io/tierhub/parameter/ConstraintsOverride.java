package io.tierhub.parameter;

import io.tierhub.parameter.Constraints.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of one parameter of one request (wire-format §5.2). Null is what it says
 * nothing about.
 *
 * @param meta a JSON object that forms read and TierHub does not
 */
public record ConstraintsOverride(
    @Nullable Boolean hidden,
    @Nullable Boolean readonly,
    @Nullable Boolean required,
    @Nullable List<Choice> choices,
    @Nullable Map<String, Object> meta) {

  public ConstraintsOverride {
    choices = choices == null ? null : List.copyOf(choices);
    meta = meta == null ? null : JsonTree.copy(meta);
  }

  /** Without what the parameter says itself: clients send whole objects back. */
  ConstraintsOverride beyond(Constraints own) {
    return new ConstraintsOverride(
        Boolean.valueOf(own.hidden()).equals(hidden) ? null : hidden,
        Boolean.valueOf(own.readonly()).equals(readonly) ? null : readonly,
        Boolean.valueOf(own.required()).equals(required) ? null : required,
        own.choices().equals(choices) ? null : choices,
        meta == null || meta.isEmpty() ? null : meta);
  }

  public boolean saysNothing() {
    return hidden == null
        && readonly == null
        && required == null
        && choices == null
        && meta == null;
  }
}
