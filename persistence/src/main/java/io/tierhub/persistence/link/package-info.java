/** What links are sealed with, in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.link;

import org.jspecify.annotations.NullMarked;
