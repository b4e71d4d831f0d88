/** Assets and fulfillment requests in PostgreSQL, and which products accounts are in use in. */
@NullMarked
package io.tierhub.persistence.fulfillment;

import org.jspecify.annotations.NullMarked;
