/** Tier accounts over HTTP. */
@NullMarked
package io.tierhub.web.account;

import org.jspecify.annotations.NullMarked;
