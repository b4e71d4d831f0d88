package io.tierhub.persistence.partner;

import io.tierhub.kernel.Stamp;
import io.tierhub.partner.ApiToken;
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
@Mapper(
    config = MappingConfig.class,
    uses = IdTexts.class,
    imports = {Stamp.class, Stamps.class})
abstract class ApiTokenMapper {

  @Mapping(target = "partnerId", source = "owner")
  @Mapping(target = "name", source = "label.name")
  @Mapping(target = "description", source = "label.description")
  @Mapping(target = "externalId", source = "label.externalId")
  @Mapping(target = "secretHash", source = "secrets.hash")
  @Mapping(target = "expiresAt", source = "secrets.expires")
  @Mapping(target = "previousSecretHash", source = "secrets.previousHash")
  @Mapping(target = "previousSecretExpiresAt", source = "secrets.previousExpires")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(ApiToken.Snapshot from, @MappingTarget ApiTokenEntity to);

  @Mapping(target = "owner", source = "partnerId")
  @Mapping(target = "label.name", source = "name")
  @Mapping(target = "label.description", source = "description")
  @Mapping(target = "label.externalId", source = "externalId")
  @Mapping(target = "secrets.hash", source = "secretHash")
  @Mapping(target = "secrets.expires", source = "expiresAt")
  @Mapping(target = "secrets.previousHash", source = "previousSecretHash")
  @Mapping(target = "secrets.previousExpires", source = "previousSecretExpiresAt")
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
  abstract ApiToken.Snapshot snapshot(ApiTokenEntity row);
}
