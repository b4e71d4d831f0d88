package io.tierhub.persistence.catalog;

import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItem;
import io.tierhub.catalog.ProductStatus;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import java.util.Locale;
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
  @Mapping(target = "createdAt", source = "created.at")
  @Mapping(target = "createdById", source = "created.by.id")
  @Mapping(target = "createdByName", source = "created.by.name")
  @Mapping(target = "publishedAt", source = "published.at")
  @Mapping(target = "publishedById", source = "published.by.id")
  @Mapping(target = "publishedByName", source = "published.by.name")
  @Mapping(target = "updatedAt", source = "updated.at")
  @Mapping(target = "updatedById", source = "updated.by.id")
  @Mapping(target = "updatedByName", source = "updated.by.name")
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Product.Snapshot from, @MappingTarget ProductEntity to);

  @Mapping(target = "vendor", source = "vendorId")
  @Mapping(target = "profile.name", source = "name")
  @Mapping(target = "profile.externalId", source = "externalId")
  @Mapping(target = "profile.shortDescription", source = "shortDescription")
  @Mapping(target = "profile.detailedDescription", source = "detailedDescription")
  @Mapping(target = "profile.customerUiSettings", source = "customerUiSettings")
  @Mapping(
      target = "created",
      expression = "java(Stamps.of(row.createdAt, row.createdById, row.createdByName))")
  @Mapping(
      target = "published",
      expression =
          "java(Stamps.ofNullable(row.publishedAt, row.publishedById, row.publishedByName))")
  @Mapping(
      target = "updated",
      expression = "java(Stamps.of(row.updatedAt, row.updatedById, row.updatedByName))")
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

  ProductId id(String id) {
    return new ProductId(id);
  }

  String capabilities(Capabilities capabilities) {
    return capabilitiesJson.write(capabilities);
  }

  Capabilities capabilities(String text) {
    return capabilitiesJson.read(text);
  }

  String status(ProductStatus status) {
    return Lifecycle.wire(status);
  }

  ProductStatus status(String text) {
    return ProductStatus.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
