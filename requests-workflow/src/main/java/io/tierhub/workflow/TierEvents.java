package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Stamp;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the feed is told of tier configurations and their requests: ids, states and names only. */
final class TierEvents {

  /** Of what no call has caused. */
  static final String NO_TRACE = "0".repeat(32);

  private TierEvents() {}

  static DomainEvent created(TierConfiguration configuration, Actor cause, Stamp stamp) {
    return of(
        "tier_config.created",
        configuration.id().value(),
        configuration.agreement(),
        cause,
        stamp,
        Map.of(
            "to",
            Lifecycle.wire(configuration.status()),
            "account",
            configuration.agreement().account().value(),
            "tier_level",
            configuration.agreement().level().number()));
  }

  /** What a request brought holds from now on. */
  static DomainEvent adopted(TierConfiguration configuration, Actor cause, Stamp stamp) {
    return of(
        "tier_config.changed",
        configuration.id().value(),
        configuration.agreement(),
        cause,
        stamp,
        Map.of(
            "to",
            Lifecycle.wire(configuration.status()),
            "request",
            configuration.lastApproved().orElseThrow().value()));
  }

  static DomainEvent created(TierConfigurationRequest request, Actor cause, Stamp stamp) {
    return of("tier_config_request.created", request, cause, stamp, facts(request));
  }

  static DomainEvent became(
      TierConfigurationRequest request,
      TierConfigurationRequestStatus from,
      Actor cause,
      Stamp stamp) {
    return of(
        "tier_config_request." + Lifecycle.wire(request.status()),
        request,
        cause,
        stamp,
        with(facts(request), "from", Lifecycle.wire(from)));
  }

  private static Map<String, Object> facts(TierConfigurationRequest request) {
    Map<String, Object> facts =
        with(
            Map.of("type", request.type().wire(), "configuration", request.configuration().value()),
            "to",
            Lifecycle.wire(request.status()));
    return request.status() == TierConfigurationRequestStatus.INQUIRING
        ? with(facts, "inquiry", request.inquiry().orElseThrow().number())
        : facts;
  }

  /** The facts and one more. */
  static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
    Map<String, Object> more = new HashMap<>(facts);
    more.put(name, value);
    return more;
  }

  /** A draft that nobody submitted is gone. */
  static DomainEvent expired(TierConfigurationRequest draft, Stamp stamp) {
    Agreement agreement = draft.agreement();
    return new DomainEvent(
        "tier_config_request.expired",
        draft.id().value(),
        agreement.distributor(),
        null,
        agreement.product().value(),
        agreement.environment(),
        stamp.at(),
        null,
        NO_TRACE,
        Map.of("from", Lifecycle.wire(draft.status())));
  }

  static DomainEvent changed(
      TierConfigurationRequest request, List<String> members, Actor cause, Stamp stamp) {
    return of("tier_config_request.changed", request, cause, stamp, Map.of("changed", members));
  }

  private static DomainEvent of(
      String type,
      TierConfigurationRequest request,
      Actor cause,
      Stamp stamp,
      Map<String, Object> data) {
    DomainEvent event = of(type, request.id().value(), request.agreement(), cause, stamp, data);
    // A draft is its distributor's alone.
    return request.status() == TierConfigurationRequestStatus.DRAFT ? event.forOwner() : event;
  }

  private static DomainEvent of(
      String type,
      String subject,
      Agreement agreement,
      Actor cause,
      Stamp stamp,
      Map<String, Object> data) {
    return new DomainEvent(
        type,
        subject,
        agreement.distributor(),
        agreement.vendor(),
        agreement.product().value(),
        agreement.environment(),
        stamp.at(),
        stamp.by(),
        cause.trace(),
        data);
  }
}
