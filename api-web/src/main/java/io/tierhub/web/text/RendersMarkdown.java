package io.tierhub.web.text;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** That an operation answers what people are shown, in Markdown. */
@ApiResponse(
    responseCode = "200",
    content =
        @Content(
            mediaType = "text/markdown",
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(value = "# You can sell this product")))
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface RendersMarkdown {}
