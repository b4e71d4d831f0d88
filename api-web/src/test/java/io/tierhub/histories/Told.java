package io.tierhub.histories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What somebody knows who has read nothing but the feed: of each id its last state. Whoever reads a
 * part again learns nothing new from it.
 */
final class Told {

  private static final Set<String> MODELLED =
      Set.of("asset", "fulfillment_request", "tier_account_request", "tier_config_request");

  private final SortedMap<String, String> states = new TreeMap<>();
  private final Map<String, Long> heardAt = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  synchronized SortedMap<String, String> states() {
    return new TreeMap<>(states);
  }

  /** Events that did not follow on what was told before, and what else is amiss. */
  synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Nothing more is told here, because whoever listened cannot go on. */
  synchronized void failed(Throwable why) {
    wrong.add("the listener ended: " + why);
  }

  /** Takes an event for what it says, if it follows on what was heard of its subject before. */
  synchronized void hear(JsonNode event) {
    String type = event.path("type").asString().substring("io.tierhub.".length());
    JsonNode data = event.path("data");
    String subject = event.path("subject").asString();
    boolean ofAccount = type.startsWith("tier_account.");
    if (!ofAccount && (!data.has("to") || !MODELLED.contains(type.split("\\.")[0]))) {
      return;
    }
    long position = event.path("position").asLong();
    if (position <= heardAt.getOrDefault(subject, 0L)) {
      return;
    }
    heardAt.put(subject, position);
    String before = states.get(subject);
    String now = ofAccount ? "version " + data.path("version").asInt() : data.path("to").asString();
    boolean follows =
        ofAccount
            ? follows(type, before, data.path("version").asInt())
            : !data.has("from") || data.path("from").asString().equals(before);
    if (!follows) {
      wrong.add("%s after '%s': %s".formatted(type, before, data));
    }
    states.put(subject, now);
  }

  private static boolean follows(String type, String before, int version) {
    return type.equals("tier_account.created")
        ? before == null
        : ("version " + (type.equals("tier_account.changed") ? version - 1 : version))
            .equals(before);
  }
}
