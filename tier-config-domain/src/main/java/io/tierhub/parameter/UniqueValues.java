package io.tierhub.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of which a product wants no two alike in an environment. Whoever asked first has one,
 * until the asset is terminated, the request that asked has failed, or another value has taken its
 * place.
 */
public interface UniqueValues {

  /**
   * The names of those values that somebody else has or has asked for.
   *
   * @param values by the names of their parameters
   * @param holder the asset or tier configuration that they are for; null if it is yet to be made
   */
  Set<String> taken(
      ProductId product,
      Environment environment,
      Map<String, String> values,
      @Nullable String holder);
}
