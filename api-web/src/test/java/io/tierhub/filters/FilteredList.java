package io.tierhub.filters;

import io.tierhub.query.Field;
import io.tierhub.support.Api;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A list with all of its rows, as somebody sees them.
 *
 * @param path without a query
 */
record FilteredList(String path, Api reader, List<Field> fields, List<Row> rows) {

  private static final Map<String, String> LESS =
      Map.of(
          "/tier/accounts", "&select(-contact_info,-parent,-owner)",
          "/tier/account-requests", "&select(-account,-vendor,-provider,-product)",
          "/tier/configs", "&select(-account,-product,-connection,-params,-configuration)",
          "/tier/config-requests", "&select(-configuration,-parent_configuration,-params,-tiers)",
          "/requests", "&select(-asset,-tier_configurations)",
          "/assets", "&select(-connection,-items,-params,-tiers,-configuration)");

  private static final String SENT_AS_IT_IS = "-._~!$&'()*+,;=:@/?";

  /** All rows that match, of which little more than the id is asked for. */
  List<String> idsOf(String query) {
    return reader
        .getEncoded(path + "?" + encoded(query) + "&limit=1000" + LESS.getOrDefault(path, ""))
        .expect(200)
        .ids();
  }

  static String encoded(String query) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : query.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || SENT_AS_IT_IS.indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }

  @Override
  public String toString() {
    return path;
  }
}
