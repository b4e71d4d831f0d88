package io.tierhub.web.action;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a button leads. */
@Schema(name = "ActionLink")
record LinkView(
    @Schema(
            description =
                "Leads to the vendor's endpoint for five minutes. Its `jwt` says which action, and of"
                    + " which asset or configuration",
            example = "https://vendor.example/actions?jwt=eyJhbGciOiJIUzI1NiJ9.e30.c2ln")
        String link) {}
