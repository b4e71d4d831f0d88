package io.tierhub.persistence.template;

import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import io.tierhub.template.Template;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
interface TemplateMapper {

  @Mapping(target = "scope", source = "content.scope")
  @Mapping(target = "type", source = "content.type")
  @Mapping(target = "name", source = "content.name")
  @Mapping(target = "body", source = "content.body")
  @Mapping(target = "position", source = "content.position")
  @Mapping(target = "productId", source = "product")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  void copy(Template.Snapshot from, @MappingTarget TemplateEntity to);

  @Mapping(target = "product", source = "productId")
  @Mapping(target = "content.scope", source = "scope")
  @Mapping(target = "content.type", source = "type")
  @Mapping(target = "content.name", source = "name")
  @Mapping(target = "content.body", source = "body")
  @Mapping(target = "content.position", source = "position")
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
  Template.Snapshot snapshot(TemplateEntity row);
}
