package io.tierhub.persistence.partner;

import io.tierhub.kernel.Lifecycle;
import io.tierhub.partner.HubId;
import io.tierhub.partner.Marketplace;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.Named;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
abstract class MarketplaceMapper {

  @Mapping(target = "partnerId", source = "owner")
  @Mapping(target = "name", source = "profile.name")
  @Mapping(target = "description", source = "profile.description")
  @Mapping(target = "zone", source = "profile.region.zone", qualifiedByName = "zoneText")
  @Mapping(target = "countries", source = "profile.region.countries")
  @Mapping(target = "currency", source = "profile.region.currency")
  @Mapping(target = "outlets", source = "profile.outlets")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Marketplace.Snapshot from, @MappingTarget MarketplaceEntity to);

  @Mapping(target = "owner", source = "partnerId")
  @Mapping(target = "profile.name", source = "name")
  @Mapping(target = "profile.description", source = "description")
  @Mapping(target = "profile.region.zone", source = "zone", qualifiedByName = "zone")
  @Mapping(target = "profile.region.countries", source = "countries")
  @Mapping(target = "profile.region.currency", source = "currency")
  @Mapping(target = "profile.outlets", source = "outlets")
  @StampsFromColumns
  @BeanMapping(
      ignoreUnmappedSourceProperties = {
        "createdAt",
        "createdById",
        "createdByName",
        "updatedAt",
        "updatedById",
        "updatedByName"
      })
  abstract Marketplace.Snapshot snapshot(MarketplaceEntity row);

  @Named("zoneText")
  @Nullable String zoneText(Marketplace.@Nullable Zone zone) {
    return zone == null ? null : Lifecycle.wire(zone);
  }

  @Named("zone")
  Marketplace.@Nullable Zone zone(@Nullable String text) {
    return text == null ? null : IdTexts.constant(text, Marketplace.Zone.class);
  }

  Set<MarketplaceEntity.Country> countries(SortedSet<String> codes) {
    return codes.stream()
        .map(code ->
            new MarketplaceEntity.Country(
                code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
        .collect(Collectors.toSet());
  }

  SortedSet<String> codes(Set<MarketplaceEntity.Country> rows) {
    return rows.stream()
        .map(MarketplaceEntity.Country::countryId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<MarketplaceEntity.Outlet> rows(List<Marketplace.Outlet> outlets) {
    return outlets.stream()
        .map(outlet -> new MarketplaceEntity.Outlet(outlet.hub().value(), outlet.externalId()))
        .collect(Collectors.toSet());
  }

  List<Marketplace.Outlet> outlets(Set<MarketplaceEntity.Outlet> rows) {
    return rows.stream()
        .map(row -> new Marketplace.Outlet(new HubId(row.hubId()), row.externalId()))
        .sorted(Comparator.comparing(outlet -> outlet.hub().value()))
        .toList();
  }
}
