/** Ids that look random and never repeat. */
@NullMarked
package io.tierhub.persistence.ids;

import org.jspecify.annotations.NullMarked;
