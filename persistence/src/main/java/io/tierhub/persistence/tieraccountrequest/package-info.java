/** Tier account requests in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.tieraccountrequest;

import org.jspecify.annotations.NullMarked;
