/**
 * What a product lets its customers and resellers do at the vendor's: buttons that lead to links
 * which say, signed, who pressed them.
 */
@NullMarked
package io.tierhub.action;

import org.jspecify.annotations.NullMarked;
