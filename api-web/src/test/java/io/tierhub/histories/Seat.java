package io.tierhub.histories;

import io.tierhub.kernel.Role;

/**
 * Where a client sits: a company in one environment.
 *
 * @param company its number among those of its kind
 * @param environment 0 is production, 1 is test
 */
record Seat(Role role, int company, int environment) {

  static final int DISTRIBUTORS = 3;
  static final int VENDORS = 4;
  static final int ENVIRONMENTS = 2;

  static Seat vendor(int company, int environment) {
    return new Seat(Role.VENDOR, company, environment);
  }

  static Seat distributor(int company, int environment) {
    return new Seat(Role.DISTRIBUTOR, company, environment);
  }

  static Seat ops(int environment) {
    return new Seat(Role.OPS, 0, environment);
  }

  boolean vendor() {
    return role == Role.VENDOR;
  }

  /** Who sees everybody's, and so finds more in its lists than a model knows of. */
  boolean ops() {
    return role == Role.OPS;
  }

  @Override
  public String toString() {
    return role.name().toLowerCase(java.util.Locale.ROOT)
        + (ops() ? "" : " " + company)
        + (environment == 0 ? "" : " (test)");
  }
}
