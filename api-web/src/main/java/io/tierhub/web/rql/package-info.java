/** The filter language of lists: reads a request's query string into the typed {@code Query}. */
@NullMarked
package io.tierhub.web.rql;

import org.jspecify.annotations.NullMarked;
