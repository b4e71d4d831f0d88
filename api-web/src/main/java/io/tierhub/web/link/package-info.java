/** The keys of links, for ops. */
@NullMarked
package io.tierhub.web.link;

import org.jspecify.annotations.NullMarked;
