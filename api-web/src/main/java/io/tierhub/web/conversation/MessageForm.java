package io.tierhub.web.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.conversation.Message;
import io.tierhub.conversation.MessageType;
import io.tierhub.conversation.Wording;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A message as it is sent. */
@Schema(name = "MessageWrite")
record MessageForm(
    @Chars(max = Message.LONGEST_TEXT, required = true)
        @Schema(example = "Which domain shall the tenant have?")
        @Nullable String text,
    @Pattern(
            regexp = "message|state_change|private",
            message = "Use message, state_change or private.")
        @Schema(
            allowableValues = {"message", "state_change", "private"},
            defaultValue = "message",
            description =
                "`private` is seen by your own account only; a `state_change` cannot be edited")
        @Nullable String type) {

  static MessageForm of(Wording wording) {
    return new MessageForm(wording.text(), Lifecycle.wire(wording.type()));
  }

  Wording toDomain() {
    return new Wording(
        type == null ? MessageType.MESSAGE : MessageType.valueOf(type.toUpperCase(Locale.ROOT)),
        Forms.given(text));
  }
}
