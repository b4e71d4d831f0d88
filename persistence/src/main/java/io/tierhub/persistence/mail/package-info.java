/** Mails in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.mail;

import org.jspecify.annotations.NullMarked;
