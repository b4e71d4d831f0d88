/** What the pages for people without an account share. */
@NullMarked
package io.tierhub.web.page;

import org.jspecify.annotations.NullMarked;
