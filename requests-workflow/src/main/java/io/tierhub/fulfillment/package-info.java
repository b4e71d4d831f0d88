/**
 * Assets, which are what was sold to a customer through its tiers, and the fulfillment requests
 * that make, change and end them.
 */
@NullMarked
package io.tierhub.fulfillment;

import org.jspecify.annotations.NullMarked;
