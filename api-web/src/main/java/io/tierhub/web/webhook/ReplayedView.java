package io.tierhub.web.webhook;

import io.swagger.v3.oas.annotations.media.Schema;

/** How much is delivered again. */
@Schema(name = "WebhookReplayed")
record ReplayedView(@Schema(example = "12") int replayed) {}
