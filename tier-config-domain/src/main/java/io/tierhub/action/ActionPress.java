package io.tierhub.action;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;

/**
 * What a link says of who pressed the button.
 *
 * @param of the asset or the tier configuration, by its id
 */
public record ActionPress(
    ProductId product, String localId, ActionScope scope, String of, Environment environment) {}
