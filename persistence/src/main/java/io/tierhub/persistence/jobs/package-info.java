/** Work that is done by the clock, by one copy of the server at a time. */
@NullMarked
package io.tierhub.persistence.jobs;

import org.jspecify.annotations.NullMarked;
