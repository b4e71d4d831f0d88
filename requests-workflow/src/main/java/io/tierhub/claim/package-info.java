/** Pending requests that workers take for a while. */
@NullMarked
package io.tierhub.claim;

import org.jspecify.annotations.NullMarked;
