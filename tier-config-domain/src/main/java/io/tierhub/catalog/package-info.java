/**
 * What vendors sell: products with their capabilities, and the connections they are sold through.
 */
@NullMarked
package io.tierhub.catalog;

import org.jspecify.annotations.NullMarked;
