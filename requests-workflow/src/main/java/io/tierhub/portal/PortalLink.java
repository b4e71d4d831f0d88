package io.tierhub.portal;

import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKeys;
import io.tierhub.link.LinkPurpose;
import io.tierhub.tierconfig.TierConfigurationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Leads a reseller to its page until it ends. There may be several at a time; none is kept. */
public record PortalLink(TierConfigurationId configuration, Instant ends) {

  public static final Duration LIFE = Duration.ofDays(30);

  public static PortalLink given(TierConfigurationId configuration, Instant now) {
    return new PortalLink(configuration, now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * @param text the end of the link
   * @return nothing if it is none of ours
   */
  public static Optional<PortalLink> open(String text, LinkKeys keys) {
    return LinkCode.open(text, LinkPurpose.PORTAL, keys)
        .map(code ->
            new PortalLink(
                new TierConfigurationId(code.subject()), Instant.ofEpochSecond(code.number())));
  }

  public LinkCode code() {
    return new LinkCode(LinkPurpose.PORTAL, configuration.value(), ends.getEpochSecond());
  }

  public boolean hasEnded(Instant now) {
    return !now.isBefore(ends);
  }
}
