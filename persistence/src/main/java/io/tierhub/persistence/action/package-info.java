/** Products' actions in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.action;

import org.jspecify.annotations.NullMarked;
