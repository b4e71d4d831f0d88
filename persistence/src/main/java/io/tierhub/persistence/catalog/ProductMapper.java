package io.tierhub.persistence.catalog;

import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductItem;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.springframework.beans.factory.annotation.Autowired;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
abstract class ProductMapper {

  @Autowired CapabilitiesJson capabilitiesJson;

  @Mapping(target = "vendorId", source = "vendor")
  @Mapping(target = "name", source = "profile.name")
  @Mapping(target = "externalId", source = "profile.externalId")
  @Mapping(target = "shortDescription", source = "profile.shortDescription")
  @Mapping(target = "detailedDescription", source = "profile.detailedDescription")
  @Mapping(target = "customerUiSettings", source = "profile.customerUiSettings")
  @Mapping(target = "publishedAt", source = "published.at")
  @Mapping(target = "publishedById", source = "published.by.id")
  @Mapping(target = "publishedByName", source = "published.by.name")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Product.Snapshot from, @MappingTarget ProductEntity to);

  @Mapping(target = "vendor", source = "vendorId")
  @Mapping(target = "profile.name", source = "name")
  @Mapping(target = "profile.externalId", source = "externalId")
  @Mapping(target = "profile.shortDescription", source = "shortDescription")
  @Mapping(target = "profile.detailedDescription", source = "detailedDescription")
  @Mapping(target = "profile.customerUiSettings", source = "customerUiSettings")
  @StampsFromColumns
  @Mapping(
      target = "published",
      expression =
          "java(Stamps.ofNullable(row.publishedAt, row.publishedById, row.publishedByName))")
  @BeanMapping(
      ignoreUnmappedSourceProperties = {
        "createdAt",
        "createdById",
        "createdByName",
        "publishedAt",
        "publishedById",
        "publishedByName",
        "updatedAt",
        "updatedById",
        "updatedByName"
      })
  abstract Product.Snapshot snapshot(ProductEntity row);

  @Mapping(target = "productId", source = "product")
  @Mapping(target = "itemType", source = "type")
  abstract ProductItemEntity row(ProductItem item);

  String capabilities(Capabilities capabilities) {
    return capabilitiesJson.write(capabilities);
  }

  Capabilities capabilities(String text) {
    return capabilitiesJson.read(text);
  }
}
