package io.tierhub.web.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.WireTimes;
import io.tierhub.workflow.EraseAccounts;

/** That an account's personal data is gone. */
@Schema(name = "Erasure")
record ErasureView(
    @Schema(example = "TA-6458-9737-0065") String id,
    @Schema(example = "2026-11-22T10:00:00+00:00") String erasedAt) {

  static ErasureView of(EraseAccounts.Erasure erasure) {
    return new ErasureView(erasure.account().value(), WireTimes.format(erasure.at()));
  }
}
