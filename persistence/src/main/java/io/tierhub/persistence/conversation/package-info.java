/** Conversations and their messages in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.conversation;

import org.jspecify.annotations.NullMarked;
