package io.tierhub.persistence.fulfillment;

import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.OrderedItem;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.parameter.ParamsJson;
import io.tierhub.persistence.tierconfig.TierLevels;
import java.util.List;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.springframework.beans.factory.annotation.Autowired;

/** Copies between the snapshots of assets and requests and their rows. */
@Mapper(
    config = MappingConfig.class,
    uses = {IdTexts.class, ParamsJson.class},
    imports = {Stamps.class, TierLevels.class})
abstract class FulfillmentMapper {

  @Autowired ItemsJson itemsJson;

  @Mapping(target = "productId", source = "sale.product")
  @Mapping(target = "vendorId", source = "sale.vendor")
  @Mapping(target = "distributorId", source = "sale.distributor")
  @Mapping(target = "environment", source = "sale.environment")
  @Mapping(target = "connectionId", source = "terms.connection")
  @Mapping(target = "marketplaceId", source = "terms.marketplace")
  @Mapping(target = "externalId", source = "terms.externalId")
  @Mapping(target = "externalUid", source = "terms.externalUid")
  @Mapping(target = "customerId", source = "tiers.customer")
  @Mapping(target = "tier1Id", source = "tiers.tier1")
  @Mapping(target = "tier2Id", source = "tiers.tier2")
  @Mapping(target = "createdAt", source = "created.at")
  @Mapping(target = "createdById", source = "created.by.id")
  @Mapping(target = "createdByName", source = "created.by.name")
  @Mapping(target = "updatedAt", source = "updated")
  @Mapping(target = "params", source = "values")
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Asset.Snapshot from, @MappingTarget AssetEntity to);

  @Mapping(target = "sale.product", source = "productId")
  @Mapping(target = "sale.vendor", source = "vendorId")
  @Mapping(target = "sale.distributor", source = "distributorId")
  @Mapping(target = "sale.environment", source = "environment")
  @Mapping(target = "terms.connection", source = "connectionId")
  @Mapping(target = "terms.marketplace", source = "marketplaceId")
  @Mapping(target = "terms.externalId", source = "externalId")
  @Mapping(target = "terms.externalUid", source = "externalUid")
  @Mapping(target = "tiers.customer", source = "customerId")
  @Mapping(target = "tiers.tier1", source = "tier1Id")
  @Mapping(target = "tiers.tier2", source = "tier2Id")
  @Mapping(target = "updated", source = "updatedAt")
  @Mapping(target = "values", source = "params")
  @Mapping(
      target = "created",
      expression = "java(Stamps.of(row.createdAt, row.createdById, row.createdByName))")
  @BeanMapping(ignoreUnmappedSourceProperties = {"createdAt", "createdById", "createdByName"})
  abstract Asset.Snapshot snapshot(AssetEntity row);

  @Mapping(target = "assetId", source = "asset")
  @Mapping(target = "previousApprovedId", source = "previousApproved")
  @Mapping(target = "productId", source = "sale.product")
  @Mapping(target = "vendorId", source = "sale.vendor")
  @Mapping(target = "distributorId", source = "sale.distributor")
  @Mapping(target = "environment", source = "sale.environment")
  @Mapping(target = "createdAt", source = "created.at")
  @Mapping(target = "createdById", source = "created.by.id")
  @Mapping(target = "createdByName", source = "created.by.name")
  @Mapping(target = "updatedAt", source = "updated")
  @Mapping(target = "params", source = "values")
  @Mapping(target = "assigneeId", source = "assignee.id")
  @Mapping(target = "assigneeName", source = "assignee.name")
  @Mapping(target = "templateId", source = "tile.template")
  @Mapping(target = "templateName", source = "tile.name")
  @Mapping(target = "tile", source = "tile.representation")
  @Mapping(target = "inquiry", source = "inquiry.number")
  @Mapping(target = "inquiredLastAt", source = "inquiry.asked")
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(FulfillmentRequest.Snapshot from, @MappingTarget FulfillmentRequestEntity to);

  @Mapping(target = "asset", source = "assetId")
  @Mapping(target = "previousApproved", source = "previousApprovedId")
  @Mapping(target = "sale.product", source = "productId")
  @Mapping(target = "sale.vendor", source = "vendorId")
  @Mapping(target = "sale.distributor", source = "distributorId")
  @Mapping(target = "sale.environment", source = "environment")
  @Mapping(target = "updated", source = "updatedAt")
  @Mapping(target = "values", source = "params")
  @Mapping(target = "assignee", expression = "java(Stamps.user(row.assigneeId, row.assigneeName))")
  @Mapping(
      target = "inquiry",
      expression = "java(TierLevels.inquiry(row.inquiry, row.inquiredLastAt))")
  @Mapping(
      target = "tile",
      expression = "java(TierLevels.tile(row.templateId, row.templateName, row.tile))")
  @Mapping(
      target = "created",
      expression = "java(Stamps.of(row.createdAt, row.createdById, row.createdByName))")
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
        "createdByName"
      })
  abstract FulfillmentRequest.Snapshot snapshot(FulfillmentRequestEntity row);

  String items(List<OrderedItem> items) {
    return itemsJson.write(items);
  }

  List<OrderedItem> items(String text) {
    return itemsJson.read(text);
  }
}
