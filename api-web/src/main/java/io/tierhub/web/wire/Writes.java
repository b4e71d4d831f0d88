package io.tierhub.web.wire;

import io.tierhub.idempotency.KeptAnswer;
import io.tierhub.idempotency.KeyedCall;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
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
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Runs a write and reads its answer in the same transaction, so that what is answered is what was
 * written. A call with an {@code Idempotency-Key} is done once, and answered the same again; one
 * with {@code If-Match} is done if the object is as its caller has seen it. A dry run does all and
 * then rolls back, its key too; its answer has {@code response} and {@code effects}.
 */
@Component
public class Writes {

  private final UnitOfWork work;
  private final RepeatCalls calls;
  private final Preconditions preconditions;
  private final Warnings warnings;
  private final JsonMapper json;
  private final Secretless secretless;

  Writes(
      UnitOfWork work,
      RepeatCalls calls,
      Preconditions preconditions,
      Warnings warnings,
      JsonMapper json) {
    this.work = work;
    this.calls = calls;
    this.preconditions = preconditions;
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

  /** The same of a change to that object. */
  public <T> ResponseEntity<byte[]> answer(
      Target target, HttpStatus status, Supplier<T> action, Function<T, Document> answer) {
    return once(status, conditional(target, action), result -> Content.of(answer.apply(result)));
  }

  /**
   * For answers that show a secret.
   *
   * @param shownOnce the members that hold it, which a repeated call is not answered
   */
  public <T> ResponseEntity<byte[]> issue(
      HttpStatus status, Supplier<T> action, Function<T, Document> answer, List<String> shownOnce) {
    return once(
        status, unconditional(action), result -> Content.of(answer.apply(result)), shownOnce);
  }

  /** The same of a change to that object. */
  public <T> ResponseEntity<byte[]> issue(
      Target target, Supplier<T> action, Function<T, Document> answer, List<String> shownOnce) {
    return once(
        HttpStatus.OK,
        conditional(target, action),
        result -> Content.of(answer.apply(result)),
        shownOnce);
  }

  /**
   * Makes an object.
   *
   * @param read as a GET answers it
   */
  public <T> ResponseEntity<byte[]> made(Supplier<T> action, Function<T, Document> read) {
    return made(false, action, read, result -> List.of());
  }

  /**
   * @param warned what to warn of in the answer
   */
  public <T> ResponseEntity<byte[]> made(
      boolean dryRun,
      Supplier<T> action,
      Function<T, Document> read,
      Function<T, List<String>> warned) {
    Supplier<T> making = unconditional(action);
    Function<T, Content> content =
        result -> {
          Document object = read.apply(result);
          return new Content(
              warnings.on(object, warned.apply(result)).json(), EntityTag.of(object.json()));
        };
    return dryRun
        ? rehearsed(making, content, result -> Map.of())
        : once(HttpStatus.CREATED, making, content);
  }

  /** Changes that object, and answers it as it is then. */
  public <T> ResponseEntity<byte[]> changed(Target target, Supplier<T> action) {
    return changed(target, false, action, result -> Map.of());
  }

  /**
   * @param effects what to tell of the effects besides the events, in a dry run
   */
  public <T> ResponseEntity<byte[]> changed(
      Target target, boolean dryRun, Supplier<T> action, Function<T, Map<String, Object>> effects) {
    Supplier<T> changing = conditional(target, action);
    Function<T, Content> content = result -> Content.tagged(target.document());
    return dryRun ? rehearsed(changing, content, effects) : once(HttpStatus.OK, changing, content);
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
    return action;
  }

  private <T> Supplier<T> conditional(Target target, Supplier<T> action) {
    Optional<IfMatch> wanted = IfMatch.current();
    if (wanted.isEmpty()) {
      return action;
    }
    return () -> {
      preconditions.onceLocked(target.lock(), () -> wanted.get().require(target));
      T result = action.get();
      preconditions.makeRest();
      return result;
    };
  }

  private <T> ResponseEntity<byte[]> once(
      HttpStatus status, Supplier<T> action, Function<T, Content> content) {
    return once(status, action, content, List.of());
  }

  private <T> ResponseEntity<byte[]> once(
      HttpStatus status, Supplier<T> action, Function<T, Content> content, List<String> shownOnce) {
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

  private <T> ResponseEntity<byte[]> rehearsed(
      Supplier<T> action, Function<T, Content> content, Function<T, Map<String, Object>> effects) {
    var rehearsal =
        work.rehearse(
            action, result -> new Rehearsed(content.apply(result), effects.apply(result)));
    Map<String, Object> told = new LinkedHashMap<>(rehearsal.answer().effects());
    told.put("events", rehearsal.events().stream().map(Writes::brief).toList());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dry_run", true);
    body.put(
        "response",
        new RawValue(new String(rehearsal.answer().content().body(), StandardCharsets.UTF_8)));
    body.put("effects", told);
    return sent(new Content(json.writeValueAsBytes(body), null).answered(HttpStatus.OK));
  }

  private static Map<String, Object> brief(DomainEvent event) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("type", event.type());
    told.put("subject", event.subject());
    told.put("data", event.data());
    return told;
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
