package io.tierhub.web.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.audit.Verified;
import java.util.List;

/** What a look at the whole audit has found. */
@Schema(name = "AuditVerification")
record AuditVerificationView(
    @Schema(description = "Whether nothing was altered", example = "true") boolean holds,
    @Schema(example = "812") long seals,
    @Schema(description = "How many entries they seal", example = "40312") long entries,
    @Schema(description = "How many wait for the next seal", example = "3") long unsealed,
    @Schema(description = "Of how many the personal data was erased", example = "0") long erased,
    @Schema(
            description =
                "The hash of the last seal; noted elsewhere, it shows later that nobody made the"
                    + " whole chain anew",
            example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String head,
    @Schema(description = "What was altered, 100 at most", example = "[]") List<String> faults) {

  static AuditVerificationView of(Verified found) {
    return new AuditVerificationView(
        found.holds(),
        found.seals(),
        found.entries(),
        found.unsealed(),
        found.erased(),
        found.head(),
        found.faults());
  }
}
