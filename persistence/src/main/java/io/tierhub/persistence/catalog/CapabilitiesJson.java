package io.tierhub.persistence.catalog;

import io.tierhub.catalog.Capabilities;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Capabilities as the wire writes them, which is also how the column keeps them. */
@Component
class CapabilitiesJson {

  private final JsonMapper json =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  String write(Capabilities capabilities) {
    return json.writeValueAsString(capabilities);
  }

  /** What the text does not name, a product made before that was known, is not there. */
  Capabilities read(String text) {
    ObjectNode all = json.valueToTree(Capabilities.NONE);
    json.readerForUpdating(all).readValue(text);
    return json.treeToValue(all, Capabilities.class);
  }
}
