/** Tier accounts: customers and resellers, the trees they form, and every version they had. */
@NullMarked
package io.tierhub.account;

import org.jspecify.annotations.NullMarked;
