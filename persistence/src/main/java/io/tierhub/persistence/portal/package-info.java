/** What resellers' pages are made of, in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.portal;

import org.jspecify.annotations.NullMarked;
