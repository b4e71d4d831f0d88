package io.tierhub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKey;
import io.tierhub.link.LinkKeys;
import io.tierhub.link.LinkPurpose;
import io.tierhub.tierconfig.TierConfigurationId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortalLinkTest {

  private static final TierConfigurationId ID = new TierConfigurationId("TC-195-110-021");
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00.75Z");

  private final LinkKeys keys = new OneKey(LinkKey.draw(1, Instant.EPOCH));

  @Test
  void lastsThirtyDaysToTheSecond() {
    PortalLink link = PortalLink.given(ID, NOON);
    assertThat(link.ends()).isEqualTo("2026-12-28T12:00:00Z");
    assertThat(link.hasEnded(link.ends().minusMillis(1))).isFalse();
    assertThat(link.hasEnded(link.ends())).isTrue();
  }

  @Test
  void saysAllOfItselfInItsCode() {
    PortalLink link = PortalLink.given(ID, NOON);
    assertThat(PortalLink.open(link.code().sealed(keys), keys)).contains(link);
  }

  @Test
  void isNoForm() {
    LinkCode form = new LinkCode(LinkPurpose.FORM, "TCR-195-110-021-001", 1);
    assertThat(PortalLink.open(form.sealed(keys), keys)).isEmpty();
  }

  private record OneKey(LinkKey newest) implements LinkKeys {
    @Override
    public Optional<LinkKey> numbered(int number) {
      return number == newest.number() ? Optional.of(newest) : Optional.empty();
    }

    @Override
    public void forget() {
      // Nothing is remembered.
    }
  }
}
