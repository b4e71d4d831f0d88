package io.tierhub.web.form;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a request shows of its inquiry while it is asking. */
@Schema(name = "Activation", description = "While the status is inquiring: how somebody is asked")
public record ActivationView(
    @Schema(
            description =
                "The form; whoever has it can answer. Shown to the distributor only, and mailed to the"
                    + " technical contact",
            example =
                "https://tierhub.example.com/forms/TCR-195-110-021-001.1.1.mW3uQ0lSGz3ZrkQb2u8vJt6Yx5n4oPc7dEfGhIjKlMn")
        @Nullable String link,
    @Schema(description = "How often somebody was asked", example = "1") int inquiry,
    @Schema(description = "When the form closes", example = "2026-12-28T10:00:00+00:00")
        String expires) {}
