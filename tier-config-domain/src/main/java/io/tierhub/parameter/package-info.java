/**
 * What a product asks for: its parameters, what is held for them, and the rules by which a value is
 * judged.
 */
@NullMarked
package io.tierhub.parameter;

import org.jspecify.annotations.NullMarked;
