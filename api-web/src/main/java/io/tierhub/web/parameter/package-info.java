/** What products ask for, over HTTP. */
@NullMarked
package io.tierhub.web.parameter;

import org.jspecify.annotations.NullMarked;
