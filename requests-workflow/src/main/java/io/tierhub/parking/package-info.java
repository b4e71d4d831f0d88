/** What waits for what: stored, so that nothing waits without a reason that can be shown. */
@NullMarked
package io.tierhub.parking;

import org.jspecify.annotations.NullMarked;
