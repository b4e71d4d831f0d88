package io.tierhub.persistence.partner;

import io.tierhub.partner.Hub;
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
abstract class HubMapper {

  @Mapping(target = "partnerId", source = "owner")
  @Mapping(target = "name", source = "profile.name")
  @Mapping(target = "description", source = "profile.description")
  @Mapping(target = "instanceType", source = "profile.instance.type")
  @Mapping(target = "instanceId", source = "profile.instance.id")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Hub.Snapshot from, @MappingTarget HubEntity to);

  @Mapping(target = "owner", source = "partnerId")
  @Mapping(target = "profile.name", source = "name")
  @Mapping(target = "profile.description", source = "description")
  @Mapping(target = "profile.instance.type", source = "instanceType")
  @Mapping(target = "profile.instance.id", source = "instanceId")
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
  abstract Hub.Snapshot snapshot(HubEntity row);
}
