package io.tierhub.kernel;

/** {@code VA-…} a vendor, {@code PA-…} a distributor, {@code OP-…} the people who run TierHub. */
public record PartnerId(String value) implements Prefixed {

  public PartnerId {
    var _ = role(value);
  }

  public Role role() {
    return role(value);
  }

  private static Role role(String value) {
    if (Prefixed.looksLike("VA", value)) {
      return Role.VENDOR;
    }
    if (Prefixed.looksLike("PA", value)) {
      return Role.DISTRIBUTOR;
    }
    if (Prefixed.looksLike("OP", value)) {
      return Role.OPS;
    }
    throw new IllegalArgumentException(
        "not the id of a vendor, distributor or ops account: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
