package io.tierhub.kernel;

import java.util.stream.Stream;

/** {@code VA-…} a vendor, {@code PA-…} a distributor, {@code OP-…} the people who run TierHub. */
public record PartnerId(String value) implements Prefixed {

  public PartnerId {
    if (Stream.of("VA", "PA", "OP").noneMatch(prefix -> Prefixed.looksLike(prefix, value))) {
      throw new IllegalArgumentException(
          "not the id of a vendor, distributor or ops account: " + value);
    }
  }

  /** Asked several times in every call, of what the constructor let pass. */
  public Role role() {
    return switch (value.charAt(0)) {
      case 'V' -> Role.VENDOR;
      case 'P' -> Role.DISTRIBUTOR;
      default -> Role.OPS;
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
