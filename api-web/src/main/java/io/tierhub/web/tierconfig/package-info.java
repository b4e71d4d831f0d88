/** Tier configurations over HTTP. */
@NullMarked
package io.tierhub.web.tierconfig;

import org.jspecify.annotations.NullMarked;
