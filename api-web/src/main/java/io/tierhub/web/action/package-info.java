/** Products' actions over HTTP, and their links. */
@NullMarked
package io.tierhub.web.action;

import org.jspecify.annotations.NullMarked;
