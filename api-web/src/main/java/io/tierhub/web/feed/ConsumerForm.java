package io.tierhub.web.feed;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far a consumer is. */
@Schema(name = "FeedPosition")
record ConsumerForm(
    @NotNull @PositiveOrZero @Schema(
            description = "The last position it is done with",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "0")
        @Nullable Long position) {

  long given() {
    return Objects.requireNonNull(position);
  }
}
