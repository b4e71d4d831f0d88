package io.tierhub.persistence.account;

import io.tierhub.account.ContactInfo;
import io.tierhub.account.TierAccount;
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
abstract class TierAccountMapper {

  @Autowired ContactInfoJson contactInfoJson;

  @Mapping(target = "ownerId", source = "realm.owner")
  @Mapping(target = "hubId", source = "realm.hub")
  @Mapping(target = "environment", source = "realm.environment")
  @Mapping(target = "number", source = "version")
  @Mapping(target = "type", source = "profile.type")
  @Mapping(target = "name", source = "profile.name")
  @Mapping(target = "externalId", source = "profile.externalId")
  @Mapping(target = "externalUid", source = "profile.externalUid")
  @Mapping(target = "taxId", source = "profile.taxId")
  @Mapping(target = "parentId", source = "profile.parent")
  @Mapping(target = "contactInfo", source = "profile.contactInfo")
  @Mapping(target = "email", source = "profile.contactInfo.contact.email")
  @StampsIntoColumns
  @Mapping(target = "decommissionedAt", source = "decommissioned.at")
  @Mapping(target = "decommissionedById", source = "decommissioned.by.id")
  @Mapping(target = "decommissionedByName", source = "decommissioned.by.name")
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(TierAccount.Snapshot from, @MappingTarget TierAccountEntity to);

  @Mapping(target = "realm.owner", source = "ownerId")
  @Mapping(target = "realm.hub", source = "hubId")
  @Mapping(target = "realm.environment", source = "environment")
  @Mapping(target = "version", source = "number")
  @Mapping(target = "profile.type", source = "type")
  @Mapping(target = "profile.name", source = "name")
  @Mapping(target = "profile.externalId", source = "externalId")
  @Mapping(target = "profile.externalUid", source = "externalUid")
  @Mapping(target = "profile.taxId", source = "taxId")
  @Mapping(target = "profile.parent", source = "parentId")
  @Mapping(target = "profile.contactInfo", source = "contactInfo")
  @StampsFromColumns
  @Mapping(
      target = "decommissioned",
      expression =
          "java(Stamps.ofNullable(row.decommissionedAt, row.decommissionedById,"
              + " row.decommissionedByName))")
  @BeanMapping(
      ignoreUnmappedSourceProperties = {
        "email",
        "createdAt",
        "createdById",
        "createdByName",
        "updatedAt",
        "updatedById",
        "updatedByName",
        "decommissionedAt",
        "decommissionedById",
        "decommissionedByName"
      })
  abstract TierAccount.Snapshot snapshot(TierAccountEntity row);

  String contactInfo(ContactInfo contactInfo) {
    return contactInfoJson.write(contactInfo);
  }

  ContactInfo contactInfo(String text) {
    return contactInfoJson.read(text);
  }
}
