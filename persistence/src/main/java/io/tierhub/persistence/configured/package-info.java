/** Configured values in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.configured;

import org.jspecify.annotations.NullMarked;
