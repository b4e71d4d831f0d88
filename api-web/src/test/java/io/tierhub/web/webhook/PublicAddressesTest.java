package io.tierhub.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  private static final PublicAddresses ANY =
      new PublicAddresses(InetAddress::getAllByName, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::10.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void whatIsNotPublicIsNotFound(String address) {
    assertThat(ANY.permit(InetAddress.ofLiteral(address))).isFalse();
    assertThatThrownBy(() -> ANY.resolve(address)).isInstanceOf(PublicAddresses.NotPublic.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "193.0.0.1",
        "223.255.255.254",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "::ffff:1.1.1.1"
      })
  void whatIsPublicIs(String address) throws UnknownHostException {
    assertThat(ANY.permit(InetAddress.ofLiteral(address))).isTrue();
    assertThat(ANY.resolve(address)).containsExactly(InetAddress.ofLiteral(address));
  }

  @Test
  void aNameThatLeadsInsideIsNotFound() {
    PublicAddresses addresses = of("10.0.0.1");
    assertThatThrownBy(() -> addresses.resolve("inside.example"))
        .isInstanceOf(PublicAddresses.NotPublic.class);
  }

  @Test
  void aNameThatLeadsInsideTooIsNotFound() {
    PublicAddresses addresses = of("1.1.1.1", "169.254.169.254");
    assertThatThrownBy(() -> addresses.resolve("both.example"))
        .isInstanceOf(PublicAddresses.NotPublic.class);
  }

  private static PublicAddresses of(String... addresses) {
    return new PublicAddresses(
        _ -> List.of(addresses).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new),
        List.of());
  }

  @Test
  void whatIsAllowedIsFoundAndItsNeighboursAreNot() {
    PublicAddresses addresses =
        new PublicAddresses(InetAddress::getAllByName, List.of("10.1.0.0/16", "::1/128"));
    assertThat(addresses.permit(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(addresses.permit(InetAddress.ofLiteral("::1"))).isTrue();
    assertThat(addresses.permit(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
    assertThat(addresses.permit(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
  }

  /** The second answer of a server of names that lies would lead inside. */
  @Test
  void namesAreAskedForOnce() throws UnknownHostException {
    AtomicInteger asked = new AtomicInteger();
    PublicAddresses addresses =
        new PublicAddresses(
            _ ->
                new InetAddress[] {
                  InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "1.1.1.1" : "10.0.0.1")
                },
            List.of());
    assertThat(addresses.resolve("rebinds.example"))
        .containsExactly(InetAddress.ofLiteral("1.1.1.1"));
    assertThat(asked).hasValue(1);
    assertThatThrownBy(() -> addresses.resolve("rebinds.example"))
        .isInstanceOf(PublicAddresses.NotPublic.class);
  }
}
