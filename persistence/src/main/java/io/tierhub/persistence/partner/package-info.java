/** Partners, their users, tokens, hubs and marketplaces in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.partner;

import org.jspecify.annotations.NullMarked;
