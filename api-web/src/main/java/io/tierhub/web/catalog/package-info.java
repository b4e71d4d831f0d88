/** Products, their items and connections over HTTP. */
@NullMarked
package io.tierhub.web.catalog;

import org.jspecify.annotations.NullMarked;
