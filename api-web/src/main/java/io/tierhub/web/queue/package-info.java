/** The queue over HTTP. */
@NullMarked
package io.tierhub.web.queue;

import org.jspecify.annotations.NullMarked;
