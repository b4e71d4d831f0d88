/** Texts of vendors: filled in, and made safe to show. */
@NullMarked
package io.tierhub.web.text;

import org.jspecify.annotations.NullMarked;
