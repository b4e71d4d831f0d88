package io.tierhub.persistence.tierconfig;

import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import io.tierhub.persistence.parameter.ParamsJson;
import io.tierhub.tierconfig.TierConfiguration;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(
    config = MappingConfig.class,
    uses = {IdTexts.class, TierLevels.class, ParamsJson.class},
    imports = {Stamps.class, TierLevels.class})
interface TierConfigurationMapper {

  @Mapping(target = "productId", source = "agreement.product")
  @Mapping(target = "vendorId", source = "agreement.vendor")
  @Mapping(target = "distributorId", source = "agreement.distributor")
  @Mapping(target = "environment", source = "agreement.environment")
  @Mapping(target = "connectionId", source = "agreement.connection")
  @Mapping(target = "accountId", source = "agreement.account")
  @Mapping(target = "tierLevel", source = "agreement.level")
  @Mapping(target = "marketplaceId", source = "marketplace")
  @Mapping(target = "params", source = "values")
  @Mapping(target = "templateId", source = "tile.template")
  @Mapping(target = "templateName", source = "tile.name")
  @Mapping(target = "tile", source = "tile.representation")
  @Mapping(target = "openRequestId", source = "openRequest")
  @Mapping(target = "lastApprovedId", source = "lastApproved")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  void copy(TierConfiguration.Snapshot from, @MappingTarget TierConfigurationEntity to);

  @Mapping(target = "agreement.product", source = "productId")
  @Mapping(target = "agreement.vendor", source = "vendorId")
  @Mapping(target = "agreement.distributor", source = "distributorId")
  @Mapping(target = "agreement.environment", source = "environment")
  @Mapping(target = "agreement.connection", source = "connectionId")
  @Mapping(target = "agreement.account", source = "accountId")
  @Mapping(target = "agreement.level", source = "tierLevel")
  @Mapping(target = "marketplace", source = "marketplaceId")
  @Mapping(target = "values", source = "params")
  @Mapping(
      target = "tile",
      expression = "java(TierLevels.tile(row.templateId, row.templateName, row.tile))")
  @Mapping(target = "openRequest", source = "openRequestId")
  @Mapping(target = "lastApproved", source = "lastApprovedId")
  @StampsFromColumns
  @BeanMapping(
      ignoreUnmappedSourceProperties = {
        "tile",
        "templateId",
        "templateName",
        "createdAt",
        "createdById",
        "createdByName",
        "updatedAt",
        "updatedById",
        "updatedByName"
      })
  TierConfiguration.Snapshot snapshot(TierConfigurationEntity row);
}
