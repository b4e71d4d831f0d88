package io.tierhub.feed;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody asks for; all, if nothing is named.
 *
 * @param types as {@code tier_account.changed}
 * @param kinds the part of a type before the point: all that is told of tier accounts
 * @param products ids of products; events that concern none are none of them
 */
public record FeedFilter(Set<String> types, Set<String> kinds, Set<String> products) {

  public static final FeedFilter ALL = new FeedFilter(Set.of(), Set.of(), Set.of());

  public FeedFilter {
    types = Set.copyOf(types);
    kinds = Set.copyOf(kinds);
    products = Set.copyOf(products);
  }

  public boolean anyType() {
    return types.isEmpty() && kinds.isEmpty();
  }

  public boolean matches(String type, @Nullable String product) {
    return (anyType()
            || types.contains(type)
            || kinds.contains(type.substring(0, type.indexOf('.'))))
        && (products.isEmpty() || (product != null && products.contains(product)));
  }
}
