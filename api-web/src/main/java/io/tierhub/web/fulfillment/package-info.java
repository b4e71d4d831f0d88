/** Orders and assets over HTTP. */
@NullMarked
package io.tierhub.web.fulfillment;

import org.jspecify.annotations.NullMarked;
