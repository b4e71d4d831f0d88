/** The stored reasons why requests wait. */
@NullMarked
package io.tierhub.persistence.parking;

import org.jspecify.annotations.NullMarked;
