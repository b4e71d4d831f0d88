/** Templates in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.template;

import org.jspecify.annotations.NullMarked;
