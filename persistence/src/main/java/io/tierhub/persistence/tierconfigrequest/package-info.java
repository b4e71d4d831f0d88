/** Tier configuration requests as rows and as wire JSON. */
@NullMarked
package io.tierhub.persistence.tierconfigrequest;

import org.jspecify.annotations.NullMarked;
