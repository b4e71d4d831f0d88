/** The links of inquiries, as requests show them. */
@NullMarked
package io.tierhub.persistence.inquiry;

import org.jspecify.annotations.NullMarked;
