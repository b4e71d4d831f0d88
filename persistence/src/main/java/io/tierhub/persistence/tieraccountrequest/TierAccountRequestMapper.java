package io.tierhub.persistence.tieraccountrequest;

import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import io.tierhub.tieraccountrequest.TierAccountRequest;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
abstract class TierAccountRequestMapper {

  @Mapping(target = "accountId", source = "account")
  @Mapping(target = "number", source = "version")
  @Mapping(target = "productId", source = "product")
  @Mapping(target = "vendorId", source = "vendor")
  @Mapping(target = "providerId", source = "provider")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(TierAccountRequest.Snapshot from, @MappingTarget TierAccountRequestEntity to);

  @Mapping(target = "account", source = "accountId")
  @Mapping(target = "version", source = "number")
  @Mapping(target = "product", source = "productId")
  @Mapping(target = "vendor", source = "vendorId")
  @Mapping(target = "provider", source = "providerId")
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
  abstract TierAccountRequest.Snapshot snapshot(TierAccountRequestEntity row);
}
