/** The description of the API, drawn from the code. */
@NullMarked
package io.tierhub.web.openapi;

import org.jspecify.annotations.NullMarked;
