/** Products' messages over HTTP. */
@NullMarked
package io.tierhub.web.productmessage;

import org.jspecify.annotations.NullMarked;
