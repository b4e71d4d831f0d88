/** What is set of products before anything is ordered, over HTTP. */
@NullMarked
package io.tierhub.web.configured;

import org.jspecify.annotations.NullMarked;
