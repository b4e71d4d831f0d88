/** How the schema comes to be what this version needs. */
@NullMarked
package io.tierhub.persistence.migration;

import org.jspecify.annotations.NullMarked;
