/** Tier account requests over HTTP. */
@NullMarked
package io.tierhub.web.tieraccountrequest;

import org.jspecify.annotations.NullMarked;
