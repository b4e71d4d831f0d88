package io.tierhub.web.feed;

import static io.tierhub.kernel.Refusal.FEED_CONSUMERS;
import static io.tierhub.kernel.Refusal.FEED_GONE;
import static io.tierhub.kernel.Refusal.INVALID;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Takes;
import io.tierhub.web.openapi.Unconditional;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.Body;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every committed change, in one order. */
@Tag(name = "Feed", description = "Every committed change, once and in order")
@RequestMapping("/public/v1/feed")
@Users({PORTAL, VENDOR, OPS})
interface FeedApi {

  @GetMapping
  @Operation(
      summary = "Read the feed",
      description =
          "The events after a position, oldest first, as CloudEvents. Keep the last `position`, or the"
              + " answer's header `X-Feed-Position`, and ask from there: nothing is ever passed over."
              + " With `Prefer: wait=25` an answer that would be empty waits that many seconds, 55 at"
              + " most, for the first event; if very many wait already it does not, and has no"
              + " `Preference-Applied`. With `Accept: text/event-stream` events are sent as they"
              + " come, each with its position as `id`, and a sign of life every 15 seconds.")
  @ApiResponse(
      responseCode = "200",
      headers = {
        @Header(
            name = "X-Feed-Position",
            description = "Where to go on from",
            schema = @Schema(type = "integer", example = "42")),
        @Header(
            name = "Preference-Applied",
            description = "For how long this answer would have waited",
            schema = @Schema(type = "string", example = "wait=25"))
      },
      content = {
        @Content(
            mediaType = "application/json",
            array = @ArraySchema(schema = @Schema(implementation = EventView.class))),
        @Content(
            mediaType = "application/cloudevents-batch+json",
            array = @ArraySchema(schema = @Schema(implementation = EventView.class))),
        @Content(
            mediaType = EventStream.TYPE,
            schema = @Schema(type = "string", example = EventStream.EXAMPLE))
      })
  @Refuses({INVALID, FEED_GONE})
  @Nullable ResponseEntity<byte[]> read(
      Actor actor,
      @ParameterObject FeedQuery query,
      @RequestHeader(name = "Prefer", required = false)
          @Parameter(description = "`wait=25`: seconds to wait for the first event")
          @Nullable String prefer,
      @RequestHeader(name = "Last-Event-ID", required = false)
          @Parameter(
              description =
                  "The last position a client of server-sent events has seen; comes before `after`")
          @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response);

  @GetMapping("/consumers")
  @Operation(
      summary = "List consumers",
      description =
          "Who of your account reads the feed, in your token's environment, and where they are.")
  @Returns(ConsumerView[].class)
  ResponseEntity<byte[]> consumers(Actor actor);

  @GetMapping("/consumers/{name}")
  @Operation(
      summary = "Get a consumer",
      description = "Where it is, and how far behind of what you see.")
  @Returns(ConsumerView.WithLag.class)
  ResponseEntity<byte[]> consumer(
      Actor actor, @PathVariable @Parameter(example = "billing") String name);

  @PutMapping("/consumers/{name}")
  @Unconditional
  @Operation(
      summary = "Commit a position",
      description =
          "Keeps how far a consumer is, and makes it if there is none of that name. Commit once you are"
              + " done with the events up to there: then whatever ends your program, none is missed. A"
              + " position before the last one has them read again.")
  @Takes(
      value = ConsumerForm.class,
      examples = @ExampleObject(name = "From the beginning", value = "{\"position\": 0}"))
  @Returns(ConsumerView.WithLag.class)
  @Refuses(FEED_CONSUMERS)
  ResponseEntity<byte[]> commit(
      Actor actor, @PathVariable @Parameter(example = "billing") String name, Body body);

  @DeleteMapping("/consumers/{name}")
  @Unconditional
  @Operation(summary = "Delete a consumer", description = "Its position is forgotten.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(
      Actor actor, @PathVariable @Parameter(example = "billing") String name);
}
