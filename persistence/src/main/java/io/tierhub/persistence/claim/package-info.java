/** What leases hold, in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.claim;

import org.jspecify.annotations.NullMarked;
