/** What products ask for in PostgreSQL, and how what is held for it becomes the wire's params. */
@NullMarked
package io.tierhub.persistence.parameter;

import org.jspecify.annotations.NullMarked;
