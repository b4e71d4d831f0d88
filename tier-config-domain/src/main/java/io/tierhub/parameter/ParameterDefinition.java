package io.tierhub.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.parameter.Constraints.Dependency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor asks for.
 *
 * @param name unique in the product; what values are called by, on the wire and in templates
 * @param defaultValue of an address or a phone, what forms begin with: {@code country}, which may
 *     be null. TierHub fills in nothing by itself.
 * @param position among the others, in forms and answers
 */
public record ParameterDefinition(
    ParameterId id,
    ProductId product,
    String name,
    String title,
    @Nullable String description,
    ParameterType type,
    ParameterScope scope,
    ParameterPhase phase,
    @Nullable String hint,
    @Nullable String placeholder,
    @Nullable Map<String, Object> defaultValue,
    Constraints constraints,
    long position) {

  /** From one parameter's place to the next. */
  public static final long STEP = 10_000;

  private static final String COUNTRY = "country";

  public ParameterDefinition {
    if (type.hasCountry()) {
      Object country = defaultValue == null ? null : defaultValue.get(COUNTRY);
      defaultValue = JsonTree.of(COUNTRY, "".equals(country) ? null : country);
    } else if (defaultValue != null) {
      defaultValue = defaultValue.isEmpty() ? null : JsonTree.copy(defaultValue);
    }
  }

  /**
   * One that says no more than it must.
   *
   * @param number the parameter's running number in its product, from 1
   */
  public static ParameterDefinition of(
      ProductId product,
      int number,
      String name,
      ParameterType type,
      ParameterScope scope,
      ParameterPhase phase) {
    return new ParameterDefinition(
        ParameterId.of(product, number),
        product,
        name,
        name,
        null,
        type,
        scope,
        phase,
        null,
        null,
        null,
        Constraints.NONE,
        number * STEP);
  }

  /** The same with other constraints. */
  public ParameterDefinition with(Constraints others) {
    return new ParameterDefinition(
        id,
        product,
        name,
        title,
        description,
        type,
        scope,
        phase,
        hint,
        placeholder,
        defaultValue,
        others,
        position);
  }

  /** The same, with the parameter on which it depends by its name if it was by its id. */
  ParameterDefinition dependingByName(List<ParameterDefinition> others) {
    Dependency on = constraints.dependency();
    return on == null
        ? this
        : others.stream()
            .filter(other -> other.id().value().equals(on.parameter()))
            .findFirst()
            .map(other -> with(constraints.dependingOn(on.onto(other.name()))))
            .orElse(this);
  }
}
