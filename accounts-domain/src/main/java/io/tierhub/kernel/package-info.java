/** What every module speaks: typed ids, who acts, refusals, lifecycles and events. */
@NullMarked
package io.tierhub.kernel;

import org.jspecify.annotations.NullMarked;
