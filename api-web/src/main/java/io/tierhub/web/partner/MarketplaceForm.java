package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.partner.HubId;
import io.tierhub.partner.Marketplace;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Country;
import io.tierhub.web.wire.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A marketplace as it is sent. */
@Schema(name = "MarketplaceWrite")
record MarketplaceForm(
    @Chars(max = 255, required = true) @Schema(example = "Alpine Europe") @Nullable String name,
    @Chars(max = 4000) @Schema(example = "Resellers in the EU") @Nullable String description,
    @Pattern(regexp = "AF|AS|EU|NA|OC|SA", message = "Use AF, AS, EU, NA, OC or SA.") @Schema(
            allowableValues = {"AF", "AS", "EU", "NA", "OC", "SA"},
            description = "The continent")
        @Nullable String zone,
    @Size(max = 300, message = "There are not so many countries.") @Nullable List<@Valid @NotNull(message = "Expected an object.") CountryForm> countries,
    @Currency @Schema(description = "ISO 4217", example = "EUR") @Nullable String currency,
    @Size(max = 100, message = "A marketplace has 100 hubs at most.") @Schema(description = "Your hubs that sell there")
        @Nullable List<@Valid @NotNull(message = "Expected an object.") OutletForm> hubs) {

  /** A country that it sells in. */
  @Schema(name = "CountryReference")
  record CountryForm(
      @NotNull(message = "This field is required.") @Country @Schema(example = "ES")
          @Nullable String id) {}

  /** A hub that sells there. */
  @Schema(name = "MarketplaceHub")
  record OutletForm(
      @Valid @NotNull(message = "This field is required.") @Nullable HubReference hub,
      @Chars(max = 255) @Schema(description = "What the hub calls it", example = "eu-1")
          @Nullable String externalId) {}

  /** A hub of one's own. */
  @Schema(name = "OwnHubReference")
  record HubReference(
      @NotNull(message = "This field is required.") @Pattern(
              regexp = "(?!HB-0000-0000)HB-[0-9]{4}-[0-9]{4}",
              message = "This is not the id of a hub.")
          @Schema(example = "HB-0309-9389")
          @Nullable String id) {}

  static MarketplaceForm of(Marketplace.Snapshot marketplace) {
    Marketplace.Profile profile = marketplace.profile();
    return new MarketplaceForm(
        profile.name(),
        profile.description(),
        profile.region().zone() == null ? null : profile.region().zone().name(),
        profile.region().countries().stream().map(CountryForm::new).toList(),
        profile.region().currency(),
        profile.outlets().stream()
            .map(outlet ->
                new OutletForm(new HubReference(outlet.hub().value()), outlet.externalId()))
            .toList());
  }

  Marketplace.Profile toDomain() {
    List<OutletForm> outlets = hubs == null ? List.of() : hubs;
    return new Marketplace.Profile(
        Forms.given(name),
        Forms.orNone(description),
        region(),
        outlets.stream()
            .map(outlet ->
                new Marketplace.Outlet(
                    new HubId(Forms.given(Forms.given(outlet.hub()).id())),
                    Forms.orNone(outlet.externalId())))
            .toList());
  }

  private Marketplace.Region region() {
    List<CountryForm> sold = countries == null ? List.of() : countries;
    return new Marketplace.Region(
        zone == null ? null : Marketplace.Zone.valueOf(zone),
        sold.stream()
            .map(country -> Forms.given(country.id()).toUpperCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new)),
        Forms.orNone(currency));
  }
}
