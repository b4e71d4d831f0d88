/** Products, their items and connections in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.catalog;

import org.jspecify.annotations.NullMarked;
