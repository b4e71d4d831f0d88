/** The entries of the audit, what they tell of changed rows, and the chain of their seals. */
@NullMarked
package io.tierhub.persistence.audit;

import org.jspecify.annotations.NullMarked;
