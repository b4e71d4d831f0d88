/** What one call has caused, from the tables that know its trace. */
@NullMarked
package io.tierhub.persistence.timeline;

import org.jspecify.annotations.NullMarked;
