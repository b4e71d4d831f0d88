/**
 * The page on which a reseller, who has no account here, sees what it has agreed, and changes what
 * is its own to change.
 */
@NullMarked
package io.tierhub.portal;

import org.jspecify.annotations.NullMarked;
