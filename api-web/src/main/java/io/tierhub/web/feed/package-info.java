/** The feed over HTTP. */
@NullMarked
package io.tierhub.web.feed;

import org.jspecify.annotations.NullMarked;
