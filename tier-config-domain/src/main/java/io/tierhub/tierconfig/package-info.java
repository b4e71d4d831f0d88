/**
 * Tier configurations: what one reseller, at one tier level, has agreed with one product through
 * one connection.
 */
@NullMarked
package io.tierhub.tierconfig;

import org.jspecify.annotations.NullMarked;
