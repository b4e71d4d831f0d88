/** What one call has caused, over HTTP. */
@NullMarked
package io.tierhub.web.timeline;

import org.jspecify.annotations.NullMarked;
