package io.tierhub.web.wire;

import io.tierhub.idempotency.KeptAnswer;
import io.tierhub.idempotency.KeyedCall;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.query.Document;
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
 * written. A call with an {@code Idempotency-Key} is done once, and answered the same again. A dry
 * run does all and then rolls back, its key too; its answer has {@code response} and {@code
 * effects}.
 */
@Component
public class Writes {

  private static final byte[] NOTHING = {};

  private final UnitOfWork work;
  private final RepeatCalls calls;
  private final JsonMapper json;
  private final Secretless secretless;

  Writes(UnitOfWork work, RepeatCalls calls, JsonMapper json) {
    this.work = work;
    this.calls = calls;
    this.json = json;
    this.secretless = new Secretless(json);
  }

  /**
   * @param action changes something
   * @param answer reads what to answer
   */
  public <T> ResponseEntity<byte[]> answer(
      HttpStatus status, Supplier<T> action, Function<T, Document> answer) {
    return once(status, action, result -> answer.apply(result).json(), List.of());
  }

  /**
   * For answers that show a secret.
   *
   * @param shownOnce the members that hold it, which a repeated call is not answered
   */
  public <T> ResponseEntity<byte[]> issue(
      HttpStatus status, Supplier<T> action, Function<T, Document> answer, List<String> shownOnce) {
    return once(status, action, result -> answer.apply(result).json(), shownOnce);
  }

  /**
   * @param effects what to tell of the effects besides the events, in a dry run
   */
  public <T> ResponseEntity<byte[]> answer(
      HttpStatus status,
      boolean dryRun,
      Supplier<T> action,
      Function<T, Document> answer,
      Function<T, Map<String, Object>> effects) {
    return dryRun
        ? sent(answered(HttpStatus.OK, rehearsed(action, answer, effects)))
        : answer(status, action, answer);
  }

  /** For writes that answer 204. */
  public ResponseEntity<byte[]> silent(Runnable action) {
    return once(
        HttpStatus.NO_CONTENT,
        () -> {
          action.run();
          return true;
        },
        done -> NOTHING,
        List.of());
  }

  private <T> ResponseEntity<byte[]> once(
      HttpStatus status, Supplier<T> action, Function<T, byte[]> answer, List<String> shownOnce) {
    Optional<KeyedCall> keyed = KeyedCalls.current();
    if (keyed.isEmpty()) {
      return sent(work.perform(action, result -> answered(status, answer.apply(result))));
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
                KeptAnswer given = answered(status, answer.apply(result));
                calls.keep(call, keepable(given, shownOnce));
                yield sent(given);
              }
            });
  }

  private static KeptAnswer answered(HttpStatus status, byte[] body) {
    return new KeptAnswer(
        status.value(),
        body.length == 0
            ? Map.of()
            : Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE),
        body);
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

  private <T> byte[] rehearsed(
      Supplier<T> action, Function<T, Document> answer, Function<T, Map<String, Object>> effects) {
    var rehearsal =
        work.rehearse(action, result -> new Rehearsed(answer.apply(result), effects.apply(result)));
    Map<String, Object> told = new LinkedHashMap<>(rehearsal.answer().effects());
    told.put("events", rehearsal.events().stream().map(Writes::brief).toList());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dry_run", true);
    body.put(
        "response",
        new RawValue(new String(rehearsal.answer().document().json(), StandardCharsets.UTF_8)));
    body.put("effects", told);
    return json.writeValueAsBytes(body);
  }

  private static Map<String, Object> brief(DomainEvent event) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("type", event.type());
    told.put("subject", event.subject());
    told.put("data", event.data());
    return told;
  }

  /** What became of a call with a key. */
  private sealed interface Outcome<T> {

    /** It was made before. */
    record Before<T>(KeptAnswer answer) implements Outcome<T> {}

    record Now<T>(T result) implements Outcome<T> {}
  }

  private record Rehearsed(Document document, Map<String, Object> effects) {}
}
