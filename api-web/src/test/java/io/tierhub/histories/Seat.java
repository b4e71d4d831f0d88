package io.tierhub.histories;

/**
 * Where a client sits: a company in one environment.
 *
 * @param vendor and not a distributor
 * @param company its number among those of its kind
 * @param environment 0 is production, 1 is test
 */
record Seat(boolean vendor, int company, int environment) {

  static final int DISTRIBUTORS = 3;
  static final int VENDORS = 4;
  static final int ENVIRONMENTS = 2;

  @Override
  public String toString() {
    return (vendor ? "vendor " : "distributor ") + company + (environment == 0 ? "" : " (test)");
  }
}
