/** Why something waits and what will be asked, over HTTP. */
@NullMarked
package io.tierhub.web.explanation;

import org.jspecify.annotations.NullMarked;
