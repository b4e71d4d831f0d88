/** How a question becomes one SQL statement and its rows become the wire's JSON. */
@NullMarked
package io.tierhub.persistence.read;

import org.jspecify.annotations.NullMarked;
