/** Tells a PostgreSQL that no longer answers from one that is only slow. */
@NullMarked
package io.tierhub.persistence.outage;

import org.jspecify.annotations.NullMarked;
