/** The feed: every committed change, in one order that no reader can miss a part of. */
@NullMarked
package io.tierhub.feed;

import org.jspecify.annotations.NullMarked;
