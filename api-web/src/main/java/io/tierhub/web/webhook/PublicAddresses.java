package io.tierhub.web.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Finds the addresses of names, and finds none of a name that leads to any that is not public: a
 * webhook must not make this server call what only this server can reach. What was looked at is
 * what is connected to, so an answer that changes in between changes nothing.
 */
final class PublicAddresses implements DnsResolver {

  /** The special ones of IANA's registry, and what clouds keep their secrets at. */
  private static final List<InetAddressMatcher> SPECIAL =
      matchers(
          List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "168.63.129.16/32",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20"));

  /** Of IPv6 nothing else is public, IPv4 in other clothes least of all. */
  private static final InetAddressMatcher GLOBAL_UNICAST =
      InetAddressMatchers.fromIpAddress("2000::/3");

  private static final int IPV6_BYTES = 16;

  private final Names names;
  private final List<InetAddressMatcher> allowed;

  /**
   * @param allowed networks that may be called whatever they are
   */
  PublicAddresses(Names names, List<String> allowed) {
    this.names = names;
    this.allowed = matchers(allowed);
  }

  private static List<InetAddressMatcher> matchers(List<String> networks) {
    return networks.stream().map(InetAddressMatchers::fromIpAddress).toList();
  }

  /** Whatever knows which addresses a name has. */
  @FunctionalInterface
  interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** A name has addresses that are not public. */
  static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublic(String host) {
      super(host + " leads to an address that is not public");
    }
  }

  boolean permit(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.matches(address))
        || (isUnicast(address) && SPECIAL.stream().noneMatch(network -> network.matches(address)));
  }

  private static boolean isUnicast(InetAddress address) {
    return address.getAddress().length != IPV6_BYTES || GLOBAL_UNICAST.matches(address);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = names.resolve(host);
    for (InetAddress address : found) {
      if (!permit(address)) {
        throw new NotPublic(host);
      }
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
