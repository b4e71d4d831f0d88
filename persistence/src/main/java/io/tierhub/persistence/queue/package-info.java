/** The queue as wire JSON. */
@NullMarked
package io.tierhub.persistence.queue;

import org.jspecify.annotations.NullMarked;
