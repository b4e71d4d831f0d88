package io.tierhub.persistence.fulfillment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tierhub.fulfillment.OrderedItem;
import io.tierhub.fulfillment.Quantity;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items as the wire writes them (wire-format §6.1), which is also how the column keeps them: a read
 * copies the text and parses nothing.
 */
@Component
class ItemsJson {

  private static final TypeReference<List<OrderedItem>> ITEMS = new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(OrderedItem.class, ItemOrder.class)
          .addMixIn(Quantity.class, QuantityText.class)
          .build();

  String write(List<OrderedItem> items) {
    return json.writeValueAsString(items);
  }

  List<OrderedItem> read(String text) {
    return json.readValue(text, ITEMS);
  }

  @JsonPropertyOrder({
    "id",
    "global_id",
    "mpn",
    "old_quantity",
    "quantity",
    "type",
    "display_name",
    "period",
    "item_type"
  })
  private interface ItemOrder {}

  private abstract static class QuantityText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    QuantityText(@SuppressWarnings("unused") String value) {}

    @JsonValue
    abstract String value();
  }
}
