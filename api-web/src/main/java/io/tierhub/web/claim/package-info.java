/** Claims and their leases over HTTP. */
@NullMarked
package io.tierhub.web.claim;

import org.jspecify.annotations.NullMarked;
