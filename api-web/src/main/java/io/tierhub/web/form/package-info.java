/**
 * The page that the link of an inquiry opens, for people with a phone and no account: rendered by
 * the server, and it needs no script.
 */
@NullMarked
package io.tierhub.web.form;

import org.jspecify.annotations.NullMarked;
