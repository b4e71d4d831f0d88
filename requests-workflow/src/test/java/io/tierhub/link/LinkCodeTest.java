package io.tierhub.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What links say, and that nobody else can say it. */
class LinkCodeTest {

  private final Keys keys = new Keys();
  private final LinkCode code = new LinkCode(LinkPurpose.FORM, "TCR-195-110-021-001", 2);

  @Test
  void saysWhatItIsAbout() {
    assertThat(LinkCode.open(code.sealed(keys), LinkPurpose.FORM, keys)).contains(code);
  }

  @Test
  void opensNothingElse() {
    assertThat(LinkCode.open(code.sealed(keys), LinkPurpose.PORTAL, keys)).isEmpty();
  }

  @Test
  void cannotBeMadeToSayAnythingElse() {
    String text = code.sealed(keys);
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == '1' ? '2' : '1';
      String forged = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(LinkCode.open(forged, LinkPurpose.FORM, keys)).as(forged).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TCR-1.1.1",
        "TCR-1.1.1.x",
        "TCR-195-110-021-001.99999999999999999999.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "TCR-195-110-021-001.1.999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "../../etc/passwd"
      })
  void nonsenseOpensNothing(String text) {
    assertThat(LinkCode.open(text, LinkPurpose.FORM, keys)).isEmpty();
  }

  @Test
  void olderKeysOpenUntilTheyAreForgotten() {
    String text = code.sealed(keys);
    keys.all.add(LinkKey.draw(2, Instant.EPOCH));
    assertThat(LinkCode.open(text, LinkPurpose.FORM, keys)).contains(code);
    assertThat(code.sealed(keys)).isNotEqualTo(text);
    keys.all.removeFirst();
    assertThat(LinkCode.open(text, LinkPurpose.FORM, keys)).isEmpty();
  }

  private static final class Keys implements LinkKeys {

    private final List<LinkKey> all = new ArrayList<>(List.of(LinkKey.draw(1, Instant.EPOCH)));

    @Override
    public LinkKey newest() {
      return all.getLast();
    }

    @Override
    public Optional<LinkKey> numbered(int number) {
      return all.stream().filter(key -> key.number() == number).findFirst();
    }

    @Override
    public void forget() {
      // Nothing is remembered.
    }
  }
}
