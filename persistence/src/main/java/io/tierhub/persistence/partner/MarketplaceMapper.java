package io.tierhub.persistence.partner;

import io.tierhub.partner.HubId;
import io.tierhub.partner.Marketplace;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
abstract class MarketplaceMapper {

  @Mapping(target = "partnerId", source = "owner")
  @Mapping(target = "name", source = "profile.name")
  @Mapping(target = "description", source = "profile.description")
  @Mapping(target = "outlets", source = "profile.outlets")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Marketplace.Snapshot from, @MappingTarget MarketplaceEntity to);

  @Mapping(target = "owner", source = "partnerId")
  @Mapping(target = "profile.name", source = "name")
  @Mapping(target = "profile.description", source = "description")
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
