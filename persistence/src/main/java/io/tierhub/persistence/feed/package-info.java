/** The outbox, the sequencer that gives positions, and the feed. */
@NullMarked
package io.tierhub.persistence.feed;

import org.jspecify.annotations.NullMarked;
