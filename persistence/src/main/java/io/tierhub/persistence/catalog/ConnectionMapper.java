package io.tierhub.persistence.catalog;

import io.tierhub.catalog.Connection;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
abstract class ConnectionMapper {

  @Mapping(target = "productId", source = "ends.product")
  @Mapping(target = "vendorId", source = "ends.vendor")
  @Mapping(target = "distributorId", source = "ends.distributor")
  @Mapping(target = "hubId", source = "ends.hub")
  @Mapping(target = "type", source = "ends.environment")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Connection.Snapshot from, @MappingTarget ConnectionEntity to);

  @Mapping(target = "ends.product", source = "productId")
  @Mapping(target = "ends.vendor", source = "vendorId")
  @Mapping(target = "ends.distributor", source = "distributorId")
  @Mapping(target = "ends.hub", source = "hubId")
  @Mapping(target = "ends.environment", source = "type")
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
  abstract Connection.Snapshot snapshot(ConnectionEntity row);
}
