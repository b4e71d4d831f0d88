package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.Capabilities.Change;
import io.tierhub.catalog.Capabilities.Configs;
import io.tierhub.catalog.Capabilities.PayAsYouGo;
import io.tierhub.catalog.Capabilities.Reservation;
import io.tierhub.catalog.Capabilities.Setup;
import io.tierhub.catalog.Capabilities.Subscription;
import io.tierhub.catalog.Capabilities.Tiers;
import io.tierhub.catalog.Capabilities.Update;
import io.tierhub.catalog.Capabilities.Validated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Capabilities as they are sent (wire-format §8.3). What is not there is off; the members that are
 * not the vendor's to set ({@code subscription.schema}, {@code ppu.predictive}) are not read.
 */
@Schema(name = "CapabilitiesWrite")
record CapabilitiesForm(
    @Schema(description = "Pay as you go; null for none") @Valid @Nullable PpuForm ppu,
    @Nullable ReservationForm reservation,
    @Schema(description = "Validation of draft purchases") @Nullable ValidatedForm cart,
    @Schema(description = "Validation of what resellers fill in") @Nullable ValidatedForm inquiring,
    @Valid @Nullable TiersForm tiers,
    @Nullable SubscriptionForm subscription) {

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
                change.inquiringValidation())));
  }

  /**
   * @param now gives what is not the vendor's to set
   */
  Capabilities over(Capabilities now) {
    return new Capabilities(
        ppu == null ? null : ppu(ppu, now),
        new Reservation(reservation != null && isOn(reservation.consumption())),
        validated(cart),
        validated(inquiring),
        tiers == null
            ? Capabilities.NONE.tiers()
            : new Tiers(isOn(tiers.updates()), configs(tiers.configs()), isOn(tiers.validation())),
        new Subscription(
            subscription != null && isOn(subscription.hold()),
            now.subscription().schema(),
            change(subscription == null ? null : subscription.change())));
  }

  private static PayAsYouGo ppu(PpuForm form, Capabilities now) {
    boolean predictive = now.ppu() != null && now.ppu().predictive();
    String schema = form.schema() == null || form.schema().isEmpty() ? null : form.schema();
    return new PayAsYouGo(
        schema, isOn(form.dynamic()), isOn(form.future()), isOn(form.late()), predictive);
  }

  private static @Nullable Configs configs(@Nullable ConfigsForm form) {
    if (form == null || form.level() == null) {
      return null;
    }
    SetupForm setup = form.setup();
    UpdateForm update = form.update();
    return new Configs(
        form.level(),
        new Setup(setup != null && isOn(setup.inquiringValidation())),
        new Update(
            update != null && isOn(update.validation()),
            update != null && isOn(update.inquiringValidation())));
  }

  private static Change change(@Nullable ChangeForm form) {
    return form == null
        ? new Change(false, false, false)
        : new Change(
            isOn(form.editableOrderingParameters()),
            isOn(form.validation()),
            isOn(form.inquiringValidation()));
  }

  private static Validated validated(@Nullable ValidatedForm form) {
    return new Validated(form != null && isOn(form.validation()));
  }

  private static boolean isOn(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
