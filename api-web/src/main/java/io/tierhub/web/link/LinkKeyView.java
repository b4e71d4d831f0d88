package io.tierhub.web.link;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.link.KeptLinkKey;
import io.tierhub.web.wire.WireTimes;

/** A key without its secret. */
@Schema(name = "LinkKey")
record LinkKeyView(
    @Schema(description = "Stands in the links that are sealed with it", example = "2") int number,
    @Schema(example = "2026-11-22T10:00:00+00:00") String madeAt,
    @Schema(description = "Whether new links are sealed with it", example = "true")
        boolean newest) {

  static LinkKeyView of(KeptLinkKey key) {
    return new LinkKeyView(key.number(), WireTimes.format(key.made()), key.newest());
  }
}
