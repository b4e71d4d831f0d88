package io.tierhub.web.form;

import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.TokenFree;
import io.tierhub.web.openapi.Users;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** That an operation ends an inquiry, for whoever has a token or the code of the form's link. */
@Users({PORTAL, VENDOR})
@TokenFree(orByToken = true)
@Parameter(
    name = "code",
    in = ParameterIn.QUERY,
    schema = @Schema(type = "string"),
    description = "What follows `/forms/` in the form's link; it dies with the answer",
    example = FormApi.CODE)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersForm {

  /** What such an operation does, as the description's beginning. */
  String DESCRIPTION =
      "Ends the inquiry, whether or not everything was answered. With `code`, the end of the form's"
          + " link, no token is needed, and none is looked at: the body then gives the answers to"
          + " all that the form asks, by the same rules as the page";
}
