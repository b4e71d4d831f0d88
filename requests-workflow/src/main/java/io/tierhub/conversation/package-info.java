/** Conversations: what is said about a request, and what is noted of its steps. */
@NullMarked
package io.tierhub.conversation;

import org.jspecify.annotations.NullMarked;
