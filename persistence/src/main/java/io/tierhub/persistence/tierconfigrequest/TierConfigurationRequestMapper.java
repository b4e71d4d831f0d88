package io.tierhub.persistence.tierconfigrequest;

import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.parameter.ParamsJson;
import io.tierhub.persistence.tierconfig.TierLevels;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(
    config = MappingConfig.class,
    uses = {IdTexts.class, TierLevels.class, ParamsJson.class},
    imports = {Stamps.class, TierLevels.class})
interface TierConfigurationRequestMapper {

  @Mapping(target = "configurationId", source = "configuration")
  @Mapping(target = "productId", source = "agreement.product")
  @Mapping(target = "vendorId", source = "agreement.vendor")
  @Mapping(target = "distributorId", source = "agreement.distributor")
  @Mapping(target = "environment", source = "agreement.environment")
  @Mapping(target = "connectionId", source = "agreement.connection")
  @Mapping(target = "accountId", source = "agreement.account")
  @Mapping(target = "tierLevel", source = "agreement.level")
  @Mapping(target = "marketplaceId", source = "marketplace")
  @Mapping(target = "tier2Id", source = "tier2")
  @Mapping(target = "parentConfigurationId", source = "parent")
  @Mapping(target = "previousApprovedId", source = "previousApproved")
  @Mapping(target = "params", source = "values")
  @Mapping(target = "assigneeId", source = "assignee.id")
  @Mapping(target = "assigneeName", source = "assignee.name")
  @Mapping(target = "templateId", source = "tile.template")
  @Mapping(target = "templateName", source = "tile.name")
  @Mapping(target = "tile", source = "tile.representation")
  @Mapping(target = "inquiry", source = "inquiry.number")
  @Mapping(target = "inquiredLastAt", source = "inquiry.asked")
  @Mapping(target = "createdAt", source = "stamps.created.at")
  @Mapping(target = "createdById", source = "stamps.created.by.id")
  @Mapping(target = "createdByName", source = "stamps.created.by.name")
  @Mapping(target = "updatedAt", source = "stamps.updated.at")
  @Mapping(target = "updatedById", source = "stamps.updated.by.id")
  @Mapping(target = "updatedByName", source = "stamps.updated.by.name")
  @Mapping(target = "inquiredAt", source = "stamps.inquired.at")
  @Mapping(target = "inquiredById", source = "stamps.inquired.by.id")
  @Mapping(target = "inquiredByName", source = "stamps.inquired.by.name")
  @Mapping(target = "pendedAt", source = "stamps.pended.at")
  @Mapping(target = "pendedById", source = "stamps.pended.by.id")
  @Mapping(target = "pendedByName", source = "stamps.pended.by.name")
  @Mapping(target = "approvedAt", source = "stamps.approved.at")
  @Mapping(target = "approvedById", source = "stamps.approved.by.id")
  @Mapping(target = "approvedByName", source = "stamps.approved.by.name")
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  void copy(
      TierConfigurationRequest.Snapshot from, @MappingTarget TierConfigurationRequestEntity to);

  @Mapping(target = "configuration", source = "configurationId")
  @Mapping(target = "agreement.product", source = "productId")
  @Mapping(target = "agreement.vendor", source = "vendorId")
  @Mapping(target = "agreement.distributor", source = "distributorId")
  @Mapping(target = "agreement.environment", source = "environment")
  @Mapping(target = "agreement.connection", source = "connectionId")
  @Mapping(target = "agreement.account", source = "accountId")
  @Mapping(target = "agreement.level", source = "tierLevel")
  @Mapping(target = "marketplace", source = "marketplaceId")
  @Mapping(target = "tier2", source = "tier2Id")
  @Mapping(target = "parent", source = "parentConfigurationId")
  @Mapping(target = "previousApproved", source = "previousApprovedId")
  @Mapping(target = "values", source = "params")
  @Mapping(target = "assignee", expression = "java(Stamps.user(row.assigneeId, row.assigneeName))")
  @Mapping(
      target = "inquiry",
      expression = "java(TierLevels.inquiry(row.inquiry, row.inquiredLastAt))")
  @Mapping(
      target = "tile",
      expression = "java(TierLevels.tile(row.templateId, row.templateName, row.tile))")
  @Mapping(target = "stamps", expression = "java(TierConfigurationRequestMapper.stamps(row))")
  @BeanMapping(
      ignoreUnmappedSourceProperties = {
        "assigneeId",
        "assigneeName",
        "tile",
        "inquiry",
        "inquiredLastAt",
        "templateId",
        "templateName",
        "createdAt",
        "createdById",
        "createdByName",
        "updatedAt",
        "updatedById",
        "updatedByName",
        "inquiredAt",
        "inquiredById",
        "inquiredByName",
        "pendedAt",
        "pendedById",
        "pendedByName",
        "approvedAt",
        "approvedById",
        "approvedByName"
      })
  TierConfigurationRequest.Snapshot snapshot(TierConfigurationRequestEntity row);

  static TierConfigurationRequest.Stamps stamps(TierConfigurationRequestEntity row) {
    return new TierConfigurationRequest.Stamps(
        Stamps.of(row.createdAt, row.createdById, row.createdByName),
        Stamps.of(row.updatedAt, row.updatedById, row.updatedByName),
        Stamps.ofNullable(row.inquiredAt, row.inquiredById, row.inquiredByName),
        Stamps.ofNullable(row.pendedAt, row.pendedById, row.pendedByName),
        Stamps.ofNullable(row.approvedAt, row.approvedById, row.approvedByName));
  }
}
