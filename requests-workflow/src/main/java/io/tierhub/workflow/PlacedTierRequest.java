package io.tierhub.workflow;

import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.util.List;

/**
 * @param warnings what was not done as it was written, {@code path.to.field: message}
 */
public record PlacedTierRequest(TierConfigurationRequestId request, List<String> warnings) {}
