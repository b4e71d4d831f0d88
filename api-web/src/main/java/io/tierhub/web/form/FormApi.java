package io.tierhub.web.form;

import static io.tierhub.kernel.Refusal.REQUEST_ILLEGAL_TRANSITION;
import static io.tierhub.kernel.Refusal.TCR_ILLEGAL_TRANSITION;
import static io.tierhub.web.openapi.Users.User.PORTAL;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.TokenFree;
import io.tierhub.web.openapi.Users;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the page of an inquiry shows, for portals that draw the form themselves. */
@Tag(
    name = "Forms",
    description =
        "What inquiries ask, for portals that draw the form themselves; no token is needed")
@RequestMapping("/forms")
@Users(PORTAL)
public interface FormApi {

  /** A code, to be shown. */
  String CODE = "PR-1895-0864-1238-001.1.1.mW3uQ0lSGz3ZrkQb2u8vJt6Yx5n4oPc7dEfGhIjKlMn";

  @GetMapping(path = "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Refuses({REQUEST_ILLEGAL_TRANSITION, TCR_ILLEGAL_TRANSITION})
  @TokenFree
  @Operation(
      summary = "Read a form",
      description =
          "What the page of the same address asks; ask for it with `Accept: application/json`. It is"
              + " answered by `pend` of the request with the same code. What is hidden until another"
              + " field has some value is listed too, with its `constraints.dependency`.")
  @Returns(FormView.class)
  ResponseEntity<byte[]> read(
      @PathVariable
          @Parameter(description = "What follows `/forms/` in the form's link", example = CODE)
          String code);
}
