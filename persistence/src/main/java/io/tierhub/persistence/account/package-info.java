/** Tier accounts, their versions and their trees in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.account;

import org.jspecify.annotations.NullMarked;
