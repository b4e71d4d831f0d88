/** The texts that products show when something was set up, is waited for or is asked. */
@NullMarked
package io.tierhub.template;

import org.jspecify.annotations.NullMarked;
