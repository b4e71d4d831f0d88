/** Conversations over HTTP. */
@NullMarked
package io.tierhub.web.conversation;

import org.jspecify.annotations.NullMarked;
