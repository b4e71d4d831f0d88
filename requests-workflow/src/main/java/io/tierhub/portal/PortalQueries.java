package io.tierhub.portal;

import io.tierhub.tierconfig.TierConfigurationId;

/** Reads for pages. */
public interface PortalQueries {

  /** In one statement. */
  PortalFacts facts(TierConfigurationId id);
}
