package io.tierhub.web.feed;

import io.tierhub.feed.Feed;
import io.tierhub.feed.FeedConsumers;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.web.rate.CallMemory;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.KeepFeedPositions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FeedController implements FeedApi {

  private static final MediaType BATCH = new MediaType("application", "cloudevents-batch+json");

  private final FeedReads reads;
  private final FeedConsumers consumers;
  private final KeepFeedPositions positions;
  private final Writes writes;

  FeedController(
      FeedReads reads, FeedConsumers consumers, KeepFeedPositions positions, Writes writes) {
    this.reads = reads;
    this.consumers = consumers;
    this.positions = positions;
    this.writes = writes;
  }

  @Override
  public @Nullable ResponseEntity<byte[]> read(
      Actor actor,
      FeedQuery query,
      @Nullable String prefer,
      @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response) {
    FeedQuery.Asked asked = query.read(actor, lastEventId);
    List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
    if (accepts(accepted, MediaType.TEXT_EVENT_STREAM)) {
      reads.stream(actor, asked, request, response);
      return null;
    }
    Duration patience = Patience.of(prefer);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(accepts(accepted, BATCH) ? BATCH : MediaType.APPLICATION_JSON);
    Feed.Slice slice;
    if (patience.isZero()) {
      slice = reads.now(actor, asked, CallMemory.of(request));
    } else {
      FeedReads.Waited waited = reads.within(patience, actor, asked, request, response);
      slice = waited.slice();
      if (waited.asAsked()) {
        answer.header("Preference-Applied", "wait=" + patience.toSeconds());
      }
    }
    return answer
        .header("X-Feed-Position", Long.toString(slice.position()))
        .body(array(slice.events()));
  }

  private static boolean accepts(List<MediaType> accepted, MediaType exactly) {
    return accepted.stream().anyMatch(exactly::equalsTypeAndSubtype);
  }

  private static byte[] array(List<Feed.Told> events) {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    array.write('[');
    for (int i = 0; i < events.size(); i++) {
      if (i > 0) {
        array.write(',');
      }
      array.writeBytes(events.get(i).event().json());
    }
    array.write(']');
    return array.toByteArray();
  }

  @Override
  public ResponseEntity<byte[]> consumers(Actor actor) {
    return Answers.whole(consumers.list(actor).json(), consumers.count(actor));
  }

  @Override
  public ResponseEntity<byte[]> consumer(Actor actor, String name) {
    return Answers.ok(consumers.get(actor, name).orElseThrow(() -> Refused.notFound(name)));
  }

  @Override
  public ResponseEntity<byte[]> commit(Actor actor, String name, Body body) {
    long position = body.as(ConsumerForm.class).given();
    return writes.answer(
        HttpStatus.OK,
        () -> positions.commit(actor, name, position),
        committed -> consumers.get(actor, committed).orElseThrow());
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, String name) {
    return writes.silent(() -> positions.delete(actor, name));
  }
}
