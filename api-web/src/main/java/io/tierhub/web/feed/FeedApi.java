package io.tierhub.web.feed;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Users;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
              + " answer's header `X-Feed-Position`, and ask from there: nothing is ever passed over.")
  @ApiResponse(
      responseCode = "200",
      headers =
          @Header(
              name = "X-Feed-Position",
              description = "Where to go on from",
              schema = @Schema(type = "integer", example = "42")),
      content = @Content(array = @ArraySchema(schema = @Schema(implementation = EventView.class))))
  ResponseEntity<byte[]> read(
      Actor actor,
      @RequestParam(defaultValue = "0")
          @Parameter(description = "The last position you know; 0 reads from the beginning")
          long after,
      @RequestParam(defaultValue = "100") @Parameter(description = "Events at most, up to 1,000")
          int limit);
}
