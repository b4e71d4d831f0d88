package io.tierhub.web.feed;

import io.tierhub.feed.Feed;
import io.tierhub.kernel.Actor;
import io.tierhub.query.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FeedController implements FeedApi {

  private final Feed feed;

  FeedController(Feed feed) {
    this.feed = feed;
  }

  @Override
  public ResponseEntity<byte[]> read(Actor actor, long after, int limit) {
    int bounded = Math.clamp(limit, 0, Query.HIGHEST_LIMIT);
    Feed.Slice slice = feed.after(actor, Math.max(0, after), bounded);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header("X-Feed-Position", Long.toString(slice.lastPosition()))
        .body(slice.events().json());
  }
}
