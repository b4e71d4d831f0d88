/** The audit over HTTP. */
@NullMarked
package io.tierhub.web.audit;

import org.jspecify.annotations.NullMarked;
