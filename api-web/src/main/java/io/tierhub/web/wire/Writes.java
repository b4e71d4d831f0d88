package io.tierhub.web.wire;

import io.tierhub.kernel.DomainEvent;
import io.tierhub.query.Document;
import io.tierhub.workflow.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Runs a write and reads its answer in the same transaction, so that what is answered is what was
 * written. A dry run does just that and then rolls back; its answer has {@code response} and {@code
 * effects}.
 */
@Component
public class Writes {

  private final UnitOfWork work;
  private final JsonMapper json;

  Writes(UnitOfWork work, JsonMapper json) {
    this.work = work;
    this.json = json;
  }

  /**
   * @param action changes something
   * @param answer reads what to answer
   */
  public <T> ResponseEntity<byte[]> answer(
      HttpStatus status, Supplier<T> action, Function<T, Document> answer) {
    return answer(status, false, action, answer, result -> Map.of());
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
    byte[] body =
        dryRun
            ? rehearsed(action, answer, effects)
            : work.perform(action, result -> answer.apply(result).json());
    return ResponseEntity.status(dryRun ? HttpStatus.OK : status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body);
  }

  /** For writes that answer 204. */
  public ResponseEntity<byte[]> silent(Runnable action) {
    work.perform(() -> {
      action.run();
      return true;
    });
    return Answers.noContent();
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

  private record Rehearsed(Document document, Map<String, Object> effects) {}
}
