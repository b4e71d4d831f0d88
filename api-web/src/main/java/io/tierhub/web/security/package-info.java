/** Who calls: from the Authorization header to the actor. */
@NullMarked
package io.tierhub.web.security;

import org.jspecify.annotations.NullMarked;
