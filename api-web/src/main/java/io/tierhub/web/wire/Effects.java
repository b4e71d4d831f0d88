package io.tierhub.web.wire;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Role;
import io.tierhub.mail.MailId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a rehearsal tells of what the real call would do. */
final class Effects {

  private static final String PARKED = "tiers_setup";
  private static final List<String> RAISED =
      List.of(
          "tier_account_request.created",
          "tier_config_request.created",
          "fulfillment_request.created");

  private Effects() {}

  /**
   * @param reader who is told of events that it would read in the feed, and of no others
   * @param told what more there is to tell of this kind of call, or to tell better
   */
  static Map<String, Object> of(
      Actor reader, List<DomainEvent> events, List<MailId> mails, Map<String, Object> told) {
    List<DomainEvent> seen = events.stream().filter(event -> reads(reader, event)).toList();
    Map<String, Object> effects = new LinkedHashMap<>(told);
    effects.putIfAbsent(
        "requests_raised",
        seen.stream().filter(event -> RAISED.contains(event.type())).map(Effects::raised).toList());
    effects.put("parked", subjects(seen, event -> PARKED.equals(event.data().get("to"))));
    effects.put(
        "released",
        subjects(
            seen,
            event ->
                PARKED.equals(event.data().get("from"))
                    && !"failed".equals(event.data().get("to"))));
    effects.put("mails", mails.stream().map(MailId::subject).toList());
    effects.put("events", seen.stream().map(Effects::brief).toList());
    return effects;
  }

  private static boolean reads(Actor reader, DomainEvent event) {
    return reader.role() == Role.OPS
        || reader.is(event.owner())
        || (event.vendor() != null && reader.is(event.vendor()));
  }

  private static List<String> subjects(List<DomainEvent> events, Predicate<DomainEvent> which) {
    return events.stream().filter(which).map(DomainEvent::subject).distinct().toList();
  }

  private static Map<String, Object> raised(DomainEvent created) {
    return Map.of("id", created.subject(), "status", created.data().getOrDefault("to", ""));
  }

  private static Map<String, Object> brief(DomainEvent event) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("type", event.type());
    told.put("subject", event.subject());
    told.put("data", event.data());
    return told;
  }
}
