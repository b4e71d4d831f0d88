/**
 * The page of a reseller, for people with a phone and no account: rendered by the server, and it
 * needs no script.
 */
@NullMarked
package io.tierhub.web.portal;

import org.jspecify.annotations.NullMarked;
