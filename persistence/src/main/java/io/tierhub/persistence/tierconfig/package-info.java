/** Tier configurations as rows and as wire JSON. */
@NullMarked
package io.tierhub.persistence.tierconfig;

import org.jspecify.annotations.NullMarked;
