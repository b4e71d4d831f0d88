/** Templates over HTTP. */
@NullMarked
package io.tierhub.web.template;

import org.jspecify.annotations.NullMarked;
