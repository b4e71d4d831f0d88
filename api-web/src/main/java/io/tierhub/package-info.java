/** TierHub keeps tier accounts and what vendors must know about them in step. */
@NullMarked
package io.tierhub;

import org.jspecify.annotations.NullMarked;
