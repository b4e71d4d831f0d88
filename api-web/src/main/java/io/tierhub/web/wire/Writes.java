package io.tierhub.web.wire;

import io.tierhub.audit.AuditTrail;
import io.tierhub.audit.Cause;
import io.tierhub.claim.LeaseId;
import io.tierhub.idempotency.KeptAnswer;
import io.tierhub.idempotency.KeyedCall;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.workflow.ClaimWork;
import io.tierhub.workflow.Preconditions;
import io.tierhub.workflow.RepeatCalls;
import io.tierhub.workflow.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Runs a write and reads its answer in the same transaction, so that what is answered is what was
 * written. A call with an {@code Idempotency-Key} is done once, and answered the same again; one
 * with {@code If-Match} is done if the object is as its caller has seen it, one with {@code
 * X-Lease} if that lease still holds the object. A dry run does all and then rolls back, its key
 * too; its answer has {@code response} and {@code effects}.
 */
@Component
public class Writes {

  private final UnitOfWork work;
  private final RepeatCalls calls;
  private final AuditTrail audit;
  private final Preconditions preconditions;
  private final ClaimWork claims;
  private final Warnings warnings;
  private final JsonMapper json;
  private final Secretless secretless;

  Writes(
      UnitOfWork work,
      RepeatCalls calls,
      AuditTrail audit,
      Preconditions preconditions,
      ClaimWork claims,
      Warnings warnings,
      JsonMapper json) {
    this.work = work;
    this.calls = calls;
    this.audit = audit;
    this.preconditions = preconditions;
    this.claims = claims;
    this.warnings = warnings;
    this.json = json;
    this.secretless = new Secretless(json);
  }

  /**
   * For writes that answer something else than the object that they make or change.
   *
   * @param action changes something
   * @param answer reads what to answer
   */
  public <T> ResponseEntity<byte[]> answer(
      HttpStatus status, Supplier<T> action, Function<T, Document> answer) {
    return once(status, unconditional(action), result -> Content.of(answer.apply(result)));
  }

  /**
   * @param effects what to tell, in a dry run, besides what is told of every write
   */
  public <T> ResponseEntity<byte[]> answer(
      HttpStatus status,
      Supplier<T> action,
      Function<T, Document> answer,
      Function<T, Map<String, Object>> effects) {
    return once(
        status,
        unconditional(action),
        result -> Content.of(answer.apply(result)),
        List.of(),
        effects);
  }

  /** The same of a change to that object. */
  public <T> ResponseEntity<byte[]> answer(
      Target target, HttpStatus status, Supplier<T> action, Function<T, Document> answer) {
    return once(status, conditional(target, action), result -> Content.of(answer.apply(result)));
  }

  /**
   * For answers that show a secret.
   *
   * @param shownOnce the members that hold it, which neither a repeated call nor a dry run is
   *     answered
   */
  public <T> ResponseEntity<byte[]> issue(
      HttpStatus status, Supplier<T> action, Function<T, Document> answer, List<String> shownOnce) {
    return once(
        status, unconditional(action), result -> Content.of(answer.apply(result)), shownOnce);
  }

  /** The same of a change to that object. */
  public <T> ResponseEntity<byte[]> issue(
      Target target,
      HttpStatus status,
      Supplier<T> action,
      Function<T, Document> answer,
      List<String> shownOnce) {
    return once(
        status, conditional(target, action), result -> Content.of(answer.apply(result)), shownOnce);
  }

  /**
   * Makes an object.
   *
   * @param read as a GET answers it
   */
  public <T> ResponseEntity<byte[]> made(Supplier<T> action, Function<T, Document> read) {
    return made(action, read, result -> List.of());
  }

  /**
   * @param warned what to warn of in the answer
   */
  public <T> ResponseEntity<byte[]> made(
      Supplier<T> action, Function<T, Document> read, Function<T, List<String>> warned) {
    return once(
        HttpStatus.CREATED,
        unconditional(action),
        result -> {
          Document object = read.apply(result);
          return new Content(
              warnings.on(object, warned.apply(result)).json(), EntityTag.of(object.json()));
        });
  }

  /** Changes that object, and answers it as it is then. */
  public <T> ResponseEntity<byte[]> changed(Target target, Supplier<T> action) {
    return changed(target, action, result -> Map.of());
  }

  /**
   * @param effects what to tell, in a dry run, besides what is told of every write
   */
  public <T> ResponseEntity<byte[]> changed(
      Target target, Supplier<T> action, Function<T, Map<String, Object>> effects) {
    return once(
        HttpStatus.OK,
        conditional(target, action),
        result -> Content.tagged(target.document()),
        List.of(),
        effects);
  }

  /** For writes that answer 204. */
  public ResponseEntity<byte[]> silent(Runnable action) {
    return once(HttpStatus.NO_CONTENT, unconditional(done(action)), done -> Content.NONE);
  }

  /** The same of a change to that object, or of its end. */
  public ResponseEntity<byte[]> silent(Target target, Runnable action) {
    return once(HttpStatus.NO_CONTENT, conditional(target, done(action)), done -> Content.NONE);
  }

  private static Supplier<Boolean> done(Runnable action) {
    return () -> {
      action.run();
      return true;
    };
  }

  /** Who says that something must be as it was must never be heard to have said nothing. */
  private static <T> Supplier<T> unconditional(Supplier<T> action) {
    if (IfMatch.current().isPresent()) {
      throw Refused.at(
          Refusal.INVALID,
          "",
          "This call offers no If-Match: it is for calls that change one object that can be read.");
    }
    if (NamedLease.current().isPresent()) {
      throw noLease();
    }
    return action;
  }

  private static Refused noLease() {
    return Refused.at(
        Refusal.INVALID,
        "",
        "This call offers no X-Lease: it is for calls that change one request that was claimed.");
  }

  private <T> Supplier<T> conditional(Target target, Supplier<T> action) {
    Optional<IfMatch> wanted = IfMatch.current();
    Optional<LeaseId> lease = NamedLease.current();
    if (wanted.isEmpty() && lease.isEmpty()) {
      return action;
    }
    if (lease.isPresent() && !NamedLease.isFor(target.id().getClass())) {
      throw noLease();
    }
    return () -> {
      preconditions.onceLocked(
          target.lock(),
          () -> {
            wanted.ifPresent(state -> state.require(target));
            lease.ifPresent(holder -> requireHeld(holder, target));
          });
      T result = action.get();
      preconditions.makeRest();
      return result;
    };
  }

  private void requireHeld(LeaseId lease, Target target) {
    // Whoever does not see it is told so by the use case.
    if (!claims.isHeld(lease, target.id()) && target.read().get().isPresent()) {
      throw Refused.because(
          Refusal.LEASE_LOST, "%s does not hold %s.".formatted(lease, target.id()));
    }
  }

  private <T> ResponseEntity<byte[]> once(
      HttpStatus status, Supplier<T> action, Function<T, Content> content) {
    return once(status, action, content, List.of());
  }

  private <T> ResponseEntity<byte[]> once(
      HttpStatus status, Supplier<T> action, Function<T, Content> content, List<String> shownOnce) {
    return once(status, action, content, shownOnce, result -> Map.of());
  }

  private <T> ResponseEntity<byte[]> once(
      HttpStatus status,
      Supplier<T> unexplained,
      Function<T, Content> content,
      List<String> shownOnce,
      Function<T, Map<String, Object>> effects) {
    Supplier<T> action =
        () -> {
          audit.causedBy(cause());
          return unexplained.get();
        };
    if (DryRunGuard.isRehearsal()) {
      return rehearsed(action, content, shownOnce, effects);
    }
    Optional<KeyedCall> keyed = KeyedCalls.current();
    if (keyed.isEmpty()) {
      return sent(work.perform(action, result -> content.apply(result).answered(status)));
    }
    KeyedCall call = keyed.get();
    return work.perform(
        () ->
            calls
                .answered(call)
                .<Outcome<T>>map(Outcome.Before::new)
                .orElseGet(() -> new Outcome.Now<>(action.get())),
        outcome ->
            switch (outcome) {
              case Outcome.Before<T>(KeptAnswer kept) -> again(kept);
              case Outcome.Now<T>(T result) -> {
                KeptAnswer given = content.apply(result).answered(status);
                calls.keep(call, keepable(given, shownOnce));
                yield sent(given);
              }
            });
  }

  private KeptAnswer keepable(KeptAnswer given, List<String> shownOnce) {
    return given.body().length == 0
        ? given
        : new KeptAnswer(given.status(), given.headers(), secretless.of(given.body(), shownOnce));
  }

  private static ResponseEntity<byte[]> again(KeptAnswer kept) {
    return with(kept).header(IdempotencyKey.REPLAYED, "true").body(bodyOf(kept));
  }

  private static ResponseEntity<byte[]> sent(KeptAnswer given) {
    return with(given).body(bodyOf(given));
  }

  private static ResponseEntity.BodyBuilder with(KeptAnswer answer) {
    return ResponseEntity.status(answer.status())
        .headers(headers -> answer.headers().forEach(headers::set));
  }

  /** None is not an empty one, which would be sent with a type and a length. */
  private static byte @Nullable [] bodyOf(KeptAnswer answer) {
    return answer.body().length == 0 ? null : answer.body();
  }

  /** Secrets that were never kept are good for nothing, and links must not be good for a thing. */
  private <T> ResponseEntity<byte[]> rehearsed(
      Supplier<T> action,
      Function<T, Content> content,
      List<String> shownOnce,
      Function<T, Map<String, Object>> effects) {
    var rehearsal =
        work.rehearse(
            action, result -> new Rehearsed(content.apply(result), effects.apply(result)));
    byte[] response = rehearsal.answer().content().body();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dry_run", true);
    if (response.length > 0) {
      byte[] shown = secretless.without(response, shownOnce);
      body.put("response", new RawValue(new String(shown, StandardCharsets.UTF_8)));
    }
    reader()
        .map(actor ->
            Effects.of(actor, rehearsal.events(), rehearsal.mails(), rehearsal.answer().effects()))
        .ifPresent(effect -> body.put("effects", effect));
    return sent(new Content(json.writeValueAsBytes(body), null).answered(HttpStatus.OK));
  }

  private static Cause cause() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null
            && caller.getPrincipal() instanceof Actor actor
            && caller.getDetails() instanceof Cause.Token token
        ? new Cause(Reason.current(), token, actor.user().id())
        : new Cause(Reason.current(), Cause.Token.LINK, null);
  }

  /** Whoever comes with a code reads no feed. */
  private static Optional<Actor> reader() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null && caller.getPrincipal() instanceof Actor actor
        ? Optional.of(actor)
        : Optional.empty();
  }

  /**
   * What is answered.
   *
   * @param tag of the object as it is now; null if something else is answered
   */
  private record Content(byte[] body, @Nullable String tag) {

    static final Content NONE = new Content(new byte[0], null);

    static Content of(Document document) {
      return new Content(document.json(), null);
    }

    static Content tagged(Document object) {
      return new Content(object.json(), EntityTag.of(object.json()));
    }

    KeptAnswer answered(HttpStatus status) {
      Map<String, String> headers = new LinkedHashMap<>();
      if (body.length > 0) {
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
      }
      if (tag != null) {
        headers.put(HttpHeaders.ETAG, tag);
      }
      return new KeptAnswer(status.value(), headers, body);
    }
  }

  /** What became of a call with a key. */
  private sealed interface Outcome<T> {

    /** It was made before. */
    record Before<T>(KeptAnswer answer) implements Outcome<T> {}

    record Now<T>(T result) implements Outcome<T> {}
  }

  private record Rehearsed(Content content, Map<String, Object> effects) {}
}
