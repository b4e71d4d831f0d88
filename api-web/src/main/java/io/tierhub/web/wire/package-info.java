/** How every endpoint reads what is sent and writes what is answered. */
@NullMarked
package io.tierhub.web.wire;

import org.jspecify.annotations.NullMarked;
