package io.tierhub.persistence.parameter;

import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.Parameter;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.springframework.beans.factory.annotation.Autowired;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
abstract class ParameterMapper {

  @Autowired DefinitionJson json;

  @Mapping(target = ".", source = "definition")
  @Mapping(target = "productId", source = "definition.product")
  @Mapping(target = "constraints", expression = "java(json.constraints(from.definition()))")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Parameter.Snapshot from, @MappingTarget ParameterEntity to);

  @Mapping(target = "definition.id", source = "id")
  @Mapping(target = "definition.product", source = "productId")
  @Mapping(target = "definition.name", source = "name")
  @Mapping(target = "definition.title", source = "title")
  @Mapping(target = "definition.description", source = "description")
  @Mapping(target = "definition.type", source = "type")
  @Mapping(target = "definition.scope", source = "scope")
  @Mapping(target = "definition.phase", source = "phase")
  @Mapping(target = "definition.hint", source = "hint")
  @Mapping(target = "definition.placeholder", source = "placeholder")
  @Mapping(target = "definition.defaultValue", source = "defaultValue")
  @Mapping(target = "definition.constraints", source = "constraints")
  @Mapping(target = "definition.position", source = "position")
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
  abstract Parameter.Snapshot snapshot(ParameterEntity row);

  Constraints constraints(String text) {
    return json.constraints(text);
  }

  @Nullable String object(@Nullable Map<String, Object> tree) {
    return tree == null ? null : json.text(tree);
  }

  @Nullable Map<String, Object> object(@Nullable String text) {
    return text == null ? null : json.object(text);
  }
}
