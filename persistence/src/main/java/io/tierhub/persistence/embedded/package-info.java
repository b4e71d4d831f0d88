/** The PostgreSQL that is started when no database is configured. */
@NullMarked
package io.tierhub.persistence.embedded;

import org.jspecify.annotations.NullMarked;
