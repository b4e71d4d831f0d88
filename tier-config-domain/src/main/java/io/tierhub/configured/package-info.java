/**
 * What is set of a product before anything is ordered: the values of its configuration-phase
 * parameters, of the product, of an item, of a marketplace, or of an item in a marketplace.
 */
@NullMarked
package io.tierhub.configured;

import org.jspecify.annotations.NullMarked;
