/**
 * What a product has to say about wrong values, in words of the vendor's that can be translated.
 */
@NullMarked
package io.tierhub.productmessage;

import org.jspecify.annotations.NullMarked;
