/** Tier account requests: what tells a vendor, for one product, that an account changed. */
@NullMarked
package io.tierhub.tieraccountrequest;

import org.jspecify.annotations.NullMarked;
