package io.tierhub.kernel;

/** The kinds of ids that are drawn, with how many digits and in which groups (wire-format §1.1). */
public enum IdKind {
  TIER_ACCOUNT("TA", 4, 4, 4),
  ASSET("AS", 4, 4, 4),
  TIER_CONFIGURATION("TC", 3, 3, 3),
  PRODUCT("PRD", 3, 3, 3),
  TEMPLATE("TL", 3, 3, 3),
  CONNECTION("CT", 4, 4),
  HUB("HB", 4, 4),
  MARKETPLACE("MP", 5),
  VENDOR("VA", 3, 3),
  DISTRIBUTOR("PA", 3, 3),
  OPS("OP", 3, 3),
  CONVERSATION("CO", 3, 3, 3),
  MESSAGE("ME", 3, 3, 3),
  LEASE("LE", 4, 4, 4),
  USER("UR", 3, 3, 3),
  SERVICE_USER("SU", 3, 3, 3),
  WEBHOOK("WH", 3, 3, 3);

  private final String prefix;
  private final int[] groups;
  private final int digits;

  IdKind(String prefix, int... groups) {
    this.prefix = prefix;
    this.groups = groups;
    int sum = 0;
    for (int group : groups) {
      sum += group;
    }
    this.digits = sum;
  }

  public String prefix() {
    return prefix;
  }

  public int digits() {
    return digits;
  }

  /** The id whose digits, read as one number, are {@code number}. */
  public String format(long number) {
    String all = String.format("%0" + digits + "d", number);
    if (all.length() != digits) {
      throw new IllegalArgumentException(number + " has no room in an id of " + digits + " digits");
    }
    StringBuilder id = new StringBuilder(prefix);
    int from = 0;
    for (int group : groups) {
      id.append('-').append(all, from, from + group);
      from += group;
    }
    return id.toString();
  }
}
