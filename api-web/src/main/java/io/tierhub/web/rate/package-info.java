/** How much of the server one caller may have. */
@NullMarked
package io.tierhub.web.rate;

import org.jspecify.annotations.NullMarked;
