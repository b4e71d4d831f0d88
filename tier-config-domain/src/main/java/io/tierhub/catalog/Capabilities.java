package io.tierhub.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a product can do and wants to be asked (wire-format §8.3). The members are the wire's, so
 * that what is kept is what is shown.
 *
 * @param ppu pay as you go; none when the product has it not
 * @param cart whether drafts of purchases are validated
 * @param inquiring whether what resellers fill in is validated
 * @param deadlines what happens if nobody answers; ours, Connect has none
 */
public record Capabilities(
    @Nullable PayAsYouGo ppu,
    Reservation reservation,
    Validated cart,
    Validated inquiring,
    Tiers tiers,
    Subscription subscription,
    Deadlines deadlines) {

  /** A new product's. */
  public static final Capabilities NONE =
      new Capabilities(
          null,
          new Reservation(false),
          new Validated(false),
          new Validated(false),
          new Tiers(false, null, false),
          new Subscription(false, "evergreen", new Change(false, false, false)),
          Deadlines.NONE);

  /**
   * @param predictive is not the vendor's to set
   */
  public record PayAsYouGo(
      @Nullable String schema, boolean dynamic, boolean future, boolean late, boolean predictive) {}

  public record Reservation(boolean consumption) {}

  public record Validated(boolean validation) {}

  /**
   * @param updates Tier Accounts Sync: whether the vendor is told of accounts that change
   * @param configs which tiers need a configuration; none when absent
   * @param validation whether drafts of tier requests are validated
   */
  public record Tiers(boolean updates, @Nullable Configs configs, boolean validation) {}

  /**
   * @param level 1 when resellers need a configuration, 2 when those above them need one too
   */
  public record Configs(int level, Setup setup, Update update) {

    public static final int HIGHEST_LEVEL = 2;

    public static Configs upTo(int level) {
      return new Configs(level, new Setup(false), new Update(false, false));
    }
  }

  public record Setup(boolean inquiringValidation) {}

  public record Update(boolean validation, boolean inquiringValidation) {}

  /**
   * @param hold whether a subscription can be held administratively
   * @param schema is not the vendor's to set
   */
  public record Subscription(boolean hold, String schema, Change change) {}

  public record Change(
      boolean editableOrderingParameters, boolean validation, boolean inquiringValidation) {}

  /**
   * Days after somebody was asked and has not answered; what is null does not happen.
   *
   * @param remindAfter when whoever was asked is asked again
   * @param escalateAfter when the distributor is told
   * @param failAfter when it comes to nothing
   */
  public record Deadlines(
      @Nullable Integer remindAfter, @Nullable Integer escalateAfter, @Nullable Integer failAfter) {

    public static final Deadlines NONE = new Deadlines(null, null, null);

    public static final int LONGEST = 365;

    /** While the link that is sent again still leads to the form. */
    public static final int LATEST_REMINDER = 29;
  }

  public boolean tierAccountsSync() {
    return tiers.updates();
  }

  /** Up to which tier configurations are needed: 0 for none. */
  public int configurationLevel() {
    return tiers.configs() == null ? 0 : tiers.configs().level();
  }

  public Capabilities withTierAccountsSync(boolean on) {
    return with(new Tiers(on, tiers.configs(), tiers.validation()));
  }

  /**
   * @param level 0 for none
   */
  public Capabilities withConfigurationLevel(int level) {
    Configs configs = level == 0 ? null : Configs.upTo(level);
    return with(new Tiers(tiers.updates(), configs, tiers.validation()));
  }

  public Capabilities withTierDraftsValidated(boolean on) {
    return with(new Tiers(tiers.updates(), tiers.configs(), on));
  }

  private Capabilities with(Tiers others) {
    return new Capabilities(ppu, reservation, cart, inquiring, others, subscription, deadlines);
  }
}
