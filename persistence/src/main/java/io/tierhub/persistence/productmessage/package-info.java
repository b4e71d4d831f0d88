/** Products' messages in PostgreSQL. */
@NullMarked
package io.tierhub.persistence.productmessage;

import org.jspecify.annotations.NullMarked;
