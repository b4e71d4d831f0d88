package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.Capabilities.Change;
import io.tierhub.catalog.Capabilities.Configs;
import io.tierhub.catalog.Capabilities.Deadlines;
import io.tierhub.catalog.Capabilities.PayAsYouGo;
import io.tierhub.catalog.Capabilities.Reservation;
import io.tierhub.catalog.Capabilities.Setup;
import io.tierhub.catalog.Capabilities.Subscription;
import io.tierhub.catalog.Capabilities.Tiers;
import io.tierhub.catalog.Capabilities.Update;
import io.tierhub.catalog.Capabilities.Validated;
import io.tierhub.web.wire.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Capabilities as they are sent (wire-format §8.3). What is not there stays as it is, and null
 * means the same: clients of Connect send whole products back, with null for what they never asked
 * for. Only {@code ppu}, {@code tiers.configs} and what is in {@code deadlines} can be null on the
 * wire, and are off then. The members that are not the vendor's to set ({@code
 * subscription.schema}, {@code ppu.predictive}) are not read.
 */
@Schema(name = "CapabilitiesWrite")
record CapabilitiesForm(
    @Schema(description = "Pay as you go; null for none") @Valid @Nullable PpuForm ppu,
    @Nullable ReservationForm reservation,
    @Schema(description = "Validation of draft purchases") @Nullable ValidatedForm cart,
    @Schema(description = "Validation of what resellers fill in") @Nullable ValidatedForm inquiring,
    @Valid @Nullable TiersForm tiers,
    @Nullable SubscriptionForm subscription,
    @Schema(
            description =
                "Ours. Days after somebody was asked for values and has not answered; what is null"
                    + " does not happen, and no step comes before the one above it")
        @Valid @InOrder
        @Nullable DeadlinesForm deadlines) {

  @Schema(name = "CapabilitiesPpu")
  record PpuForm(
      @Pattern(regexp = "TR|CR|PR|QT", message = "Use TR, CR, PR or QT.") @Schema(allowableValues = {"TR", "CR", "PR", "QT"})
          @Nullable String schema,
      @Nullable Boolean dynamic,
      @Nullable Boolean future,
      @Nullable Boolean late) {}

  @Schema(name = "CapabilitiesReservation")
  record ReservationForm(@Nullable Boolean consumption) {}

  @Schema(name = "CapabilitiesValidated")
  record ValidatedForm(@Nullable Boolean validation) {}

  @Schema(name = "CapabilitiesTiers")
  record TiersForm(
      @Schema(description = "Tier Accounts Sync") @Nullable Boolean updates,
      @Schema(description = "Reseller Authorization Level; null when disabled") @Valid @Nullable ConfigsForm configs,
      @Schema(description = "Validation of draft tier requests") @Nullable Boolean validation) {}

  @Schema(name = "CapabilitiesTierConfigs")
  record ConfigsForm(
      @Min(value = 1, message = LEVELS) @Max(value = Configs.HIGHEST_LEVEL, message = LEVELS) @Schema(example = "2")
          @Nullable Integer level,
      @Nullable SetupForm setup,
      @Nullable UpdateForm update) {

    private static final String LEVELS = "Use null, 1 or 2.";
  }

  @Schema(name = "CapabilitiesTierSetup")
  record SetupForm(@Nullable Boolean inquiringValidation) {}

  @Schema(name = "CapabilitiesTierUpdate")
  record UpdateForm(@Nullable Boolean validation, @Nullable Boolean inquiringValidation) {}

  @Schema(name = "CapabilitiesSubscription")
  record SubscriptionForm(@Nullable Boolean hold, @Nullable ChangeForm change) {}

  @Schema(name = "CapabilitiesSubscriptionChange")
  record ChangeForm(
      @Nullable Boolean editableOrderingParameters,
      @Nullable Boolean validation,
      @Nullable Boolean inquiringValidation) {}

  @Schema(name = "CapabilitiesDeadlines")
  record DeadlinesForm(
      @Min(value = 1, message = REMINDERS) @Max(value = Deadlines.LATEST_REMINDER, message = REMINDERS) @Schema(description = "When whoever was asked is sent another mail", example = "3")
          @Nullable Integer remindAfter,
      @Min(value = 1, message = DAYS) @Max(value = Deadlines.LONGEST, message = DAYS) @Schema(description = "When the distributor is sent a mail", example = "7")
          @Nullable Integer escalateAfter,
      @Min(value = 1, message = DAYS) @Max(value = Deadlines.LONGEST, message = DAYS) @Schema(description = "When the request fails", example = "30")
          @Nullable Integer failAfter) {

    private static final String REMINDERS = "Use null, or a number of days from 1 to 29.";
    private static final String DAYS = "Use null, or a number of days from 1 to 365.";

    Deadlines deadlines() {
      return new Deadlines(remindAfter, escalateAfter, failAfter);
    }
  }

  static CapabilitiesForm of(Capabilities now) {
    PayAsYouGo ppu = now.ppu();
    Configs configs = now.tiers().configs();
    Change change = now.subscription().change();
    return new CapabilitiesForm(
        ppu == null ? null : new PpuForm(ppu.schema(), ppu.dynamic(), ppu.future(), ppu.late()),
        new ReservationForm(now.reservation().consumption()),
        new ValidatedForm(now.cart().validation()),
        new ValidatedForm(now.inquiring().validation()),
        new TiersForm(
            now.tiers().updates(),
            configs == null
                ? null
                : new ConfigsForm(
                    configs.level(),
                    new SetupForm(configs.setup().inquiringValidation()),
                    new UpdateForm(
                        configs.update().validation(), configs.update().inquiringValidation())),
            now.tiers().validation()),
        new SubscriptionForm(
            now.subscription().hold(),
            new ChangeForm(
                change.editableOrderingParameters(),
                change.validation(),
                change.inquiringValidation())),
        new DeadlinesForm(
            now.deadlines().remindAfter(),
            now.deadlines().escalateAfter(),
            now.deadlines().failAfter()));
  }

  /**
   * @param now what was so far: all of it that is not sent stays
   */
  Capabilities over(Capabilities now) {
    return new Capabilities(
        ppu == null ? null : ppu(ppu, now.ppu()),
        reservation == null
            ? now.reservation()
            : new Reservation(or(reservation.consumption(), now.reservation().consumption())),
        validated(cart, now.cart()),
        validated(inquiring, now.inquiring()),
        tiers == null ? now.tiers() : tiers(tiers, now.tiers()),
        subscription == null ? now.subscription() : subscription(subscription, now.subscription()),
        deadlines == null ? now.deadlines() : deadlines.deadlines());
  }

  private static PayAsYouGo ppu(PpuForm form, @Nullable PayAsYouGo before) {
    PayAsYouGo now = before == null ? new PayAsYouGo(null, false, false, false, false) : before;
    return new PayAsYouGo(
        Forms.orNone(form.schema()),
        or(form.dynamic(), now.dynamic()),
        or(form.future(), now.future()),
        or(form.late(), now.late()),
        now.predictive());
  }

  private static Validated validated(@Nullable ValidatedForm form, Validated now) {
    return form == null ? now : new Validated(or(form.validation(), now.validation()));
  }

  private static Tiers tiers(TiersForm form, Tiers now) {
    return new Tiers(
        or(form.updates(), now.updates()),
        configs(form.configs(), now.configs()),
        or(form.validation(), now.validation()));
  }

  private static @Nullable Configs configs(@Nullable ConfigsForm form, @Nullable Configs before) {
    if (form == null || form.level() == null) {
      return null;
    }
    Configs now = before == null ? Configs.upTo(form.level()) : before;
    SetupForm setup = form.setup();
    UpdateForm update = form.update();
    return new Configs(
        form.level(),
        setup == null
            ? now.setup()
            : new Setup(or(setup.inquiringValidation(), now.setup().inquiringValidation())),
        update == null
            ? now.update()
            : new Update(
                or(update.validation(), now.update().validation()),
                or(update.inquiringValidation(), now.update().inquiringValidation())));
  }

  private static Subscription subscription(SubscriptionForm form, Subscription now) {
    return new Subscription(
        or(form.hold(), now.hold()),
        now.schema(),
        form.change() == null ? now.change() : change(form.change(), now.change()));
  }

  private static Change change(ChangeForm form, Change now) {
    return new Change(
        or(form.editableOrderingParameters(), now.editableOrderingParameters()),
        or(form.validation(), now.validation()),
        or(form.inquiringValidation(), now.inquiringValidation()));
  }

  private static boolean or(@Nullable Boolean sent, boolean now) {
    return sent == null ? now : sent;
  }
}
