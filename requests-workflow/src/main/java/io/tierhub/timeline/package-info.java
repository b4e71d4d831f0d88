/** What one call has caused. */
@NullMarked
package io.tierhub.timeline;

import org.jspecify.annotations.NullMarked;
