/** The audit: who did what, when and why, and the chain that shows whether somebody altered it. */
@NullMarked
package io.tierhub.audit;

import org.jspecify.annotations.NullMarked;
