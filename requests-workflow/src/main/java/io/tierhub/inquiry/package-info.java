/** Asking people who have no account here for values, by a form that a mail leads to. */
@NullMarked
package io.tierhub.inquiry;

import org.jspecify.annotations.NullMarked;
