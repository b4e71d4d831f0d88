/** One list of all that waits for somebody, whatever kind of request it is. */
@NullMarked
package io.tierhub.queue;

import org.jspecify.annotations.NullMarked;
