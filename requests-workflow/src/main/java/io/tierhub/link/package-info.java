/**
 * Links that are mailed to people who have no account here: whoever holds one may do the one thing
 * it is for. They say no more than what they are for, and that nobody but TierHub made them.
 */
@NullMarked
package io.tierhub.link;

import org.jspecify.annotations.NullMarked;
