/** The companies that work with TierHub: vendors, distributors, ops; their hubs and API tokens. */
@NullMarked
package io.tierhub.partner;

import org.jspecify.annotations.NullMarked;
