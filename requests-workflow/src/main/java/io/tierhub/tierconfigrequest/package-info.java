/**
 * Tier configuration requests, each of which sets up, updates or adjusts one tier configuration.
 */
@NullMarked
package io.tierhub.tierconfigrequest;

import org.jspecify.annotations.NullMarked;
