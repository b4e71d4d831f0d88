package io.tierhub.web.tieraccountrequest;

import io.tierhub.query.Document;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what changed between two versions of an account, in JSON for programs and in words. */
@Component
class AccountDiff {

  /** What every version has its own of, or what is no part of one. */
  private static final Set<String> NOT_COMPARED = Set.of("version", "events", "scopes");

  private static final Map<String, String> WORDS =
      Map.of(
          "external_id", "external id",
          "external_uid", "external uid",
          "tax_id", "tax id",
          "parent.id", "parent",
          "contact_info.address_line1", "address line 1",
          "contact_info.address_line2", "address line 2",
          "contact_info.postal_code", "postal code");

  /** Only real changes raise requests: what shows none is one of a parent out of sight. */
  private static final String UNSEEN = "Something changed that you may not see.";

  private final JsonMapper json;

  AccountDiff(JsonMapper json) {
    this.json = json;
  }

  /**
   * @param versions the array of the version before and the version after
   */
  Document between(TierAccountRequestId request, Document versions) {
    JsonNode both = json.readTree(versions.json());
    JsonNode before = both.path(0).path("account");
    JsonNode after = both.path(1).path("account");
    Map<String, String> then = leaves(before);
    Map<String, String> now = leaves(after);
    Set<String> paths = new LinkedHashSet<>(then.keySet());
    paths.addAll(new TreeSet<>(now.keySet()));

    ObjectNode diff = json.createObjectNode();
    diff.put("id", request.value());
    ObjectNode account = diff.putObject("account");
    account.set("id", after.path("id"));
    account.set("name", after.path("name"));
    account.set("from_version", before.path("version"));
    account.set("to_version", after.path("version"));
    ArrayNode changes = diff.putArray("changes");
    List<String> sentences = new ArrayList<>();
    for (String path : paths) {
      String from = then.get(path);
      String to = now.get(path);
      if (from == null ? to == null : from.equals(to)) {
        continue;
      }
      ObjectNode change = changes.addObject();
      change.put("path", path);
      change.put("from", from);
      change.put("to", to);
      if (!path.equals("parent.name") && !path.equals("parent.external_id")) {
        sentences.add(sentence(words(path), from, to));
      }
    }
    diff.put("summary", sentences.isEmpty() ? UNSEEN : String.join(" ", sentences));
    return new Document(json.writeValueAsBytes(diff));
  }

  private static String sentence(String what, @Nullable String from, @Nullable String to) {
    String subject = Character.toUpperCase(what.charAt(0)) + what.substring(1);
    if (from == null || from.isEmpty()) {
      return "%s was set to \u201c%s\u201d.".formatted(subject, to);
    }
    if (to == null || to.isEmpty()) {
      return "%s \u201c%s\u201d was removed.".formatted(subject, from);
    }
    return "%s changed from \u201c%s\u201d to \u201c%s\u201d.".formatted(subject, from, to);
  }

  private static String words(String path) {
    String known = WORDS.get(path);
    if (known != null) {
      return known;
    }
    String tail =
        path.startsWith("contact_info.contact.phone_number")
            ? "phone " + path.substring(path.lastIndexOf('.') + 1).replace("phone_", "")
            : path.startsWith("contact_info.contact.")
                ? "contact's " + path.substring(path.lastIndexOf('.') + 1)
                : path.substring(path.lastIndexOf('.') + 1);
    return tail.replace('_', ' ');
  }

  private static Map<String, String> leaves(JsonNode node) {
    Map<String, String> leaves = new LinkedHashMap<>();
    collect("", node, leaves);
    return leaves;
  }

  private static void collect(String at, JsonNode node, Map<String, String> leaves) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (at.isEmpty() && NOT_COMPARED.contains(member.getKey())) {
        continue;
      }
      String path = at.isEmpty() ? member.getKey() : at + "." + member.getKey();
      if (member.getValue().isObject()) {
        collect(path, member.getValue(), leaves);
      } else if (!member.getValue().isNull()) {
        leaves.put(path, member.getValue().asString());
      }
    }
  }
}
