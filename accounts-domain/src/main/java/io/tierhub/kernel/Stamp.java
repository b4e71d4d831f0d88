package io.tierhub.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happened and who did it; nobody is named when the system did (wire-format §0.1).
 */
public record Stamp(Instant at, @Nullable UserRef by) {}
