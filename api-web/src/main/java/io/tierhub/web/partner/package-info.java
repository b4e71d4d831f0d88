/** Accounts, users, tokens, hubs and marketplaces over HTTP. */
@NullMarked
package io.tierhub.web.partner;

import org.jspecify.annotations.NullMarked;
