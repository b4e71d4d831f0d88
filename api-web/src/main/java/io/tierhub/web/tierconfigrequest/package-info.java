/** Tier configuration requests over HTTP. */
@NullMarked
package io.tierhub.web.tierconfigrequest;

import org.jspecify.annotations.NullMarked;
