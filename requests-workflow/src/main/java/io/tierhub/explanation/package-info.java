/** Why something waits and whose turn it is, and what an order will be asked. */
@NullMarked
package io.tierhub.explanation;

import org.jspecify.annotations.NullMarked;
