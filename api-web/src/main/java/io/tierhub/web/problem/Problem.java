package io.tierhub.web.problem;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The one error body: Connect's members and RFC 9457's in the same object (design §3).
 *
 * @param errorCode stable, for programs
 * @param errors every fault as Connect writes it, {@code path.to.field: message}
 * @param params facts that help to go on, such as the id of what exists already
 * @param type a page that explains this kind of error
 * @param violations every fault with its JSON pointer
 * @param allowed what the state does permit, be it nothing; left out where no state is in the way
 * @param traceId names this call in logs and feed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Error")
public record Problem(
    @JsonProperty("error_code") @Schema(example = "VAL_001") String errorCode,
    @Schema(example = "[\"contact_info.city: This field is required.\"]") List<String> errors,
    @Schema(
            requiredMode = NOT_REQUIRED,
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
            example = "{\"id\": \"TA-6458-9737-0065\"}")
        Map<String, Object> params,
    @Schema(example = "/problems/invalid") String type,
    @Schema(example = "The request is not valid") String title,
    @Schema(example = "400") int status,
    @Schema(example = "contact_info.city: This field is required.") String detail,
    @Schema(example = "/public/v1/tier/accounts") String instance,
    @Schema(requiredMode = NOT_REQUIRED) List<Fault> violations,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(requiredMode = NOT_REQUIRED, example = "[\"fail\"]")
        @Nullable List<String> allowed,
    @JsonProperty("trace_id") @Schema(example = "0af7651916cd43dd8448eb211c80319c")
        String traceId) {

  /** One fault and where it is. */
  @Schema(name = "Fault")
  public record Fault(
      @Schema(example = "/contact_info/city") String pointer,
      @Schema(example = "This field is required.") String message) {}

  static Problem of(Refused refused, String instance, String traceId) {
    Refusal why = refused.why();
    List<String> errors =
        refused.violations().isEmpty()
            ? List.of(refused.getMessage())
            : refused.violations().stream().map(Violation::flat).toList();
    return new Problem(
        why.code(),
        errors,
        refused.params(),
        "/problems/" + slug(why),
        why.title(),
        Statuses.of(why),
        refused.getMessage(),
        instance,
        refused.violations().stream().map(v -> new Fault(v.pointer(), v.message())).toList(),
        refused.allowed(),
        traceId);
  }

  /** What no rule of ours refuses but HTTP itself; RFC 9457 calls that {@code about:blank}. */
  static Problem of(int status, String instance, String traceId) {
    Refusal known = Statuses.refusal(status);
    HttpStatus standard = HttpStatus.resolve(status);
    String title =
        known != null
            ? known.title()
            : standard == null ? "Not accepted" : standard.getReasonPhrase();
    String detail =
        status == HttpStatus.BAD_REQUEST.value()
            ? "The request line, a header, the path or the way the body is sent is not what HTTP allows"
                + " and this server takes."
            : title + ".";
    return new Problem(
        known == null ? "HTTP_" + status : known.code(),
        List.of(detail),
        Map.of(),
        known == null ? "about:blank" : "/problems/" + slug(known),
        title,
        status,
        detail,
        instance,
        List.of(),
        null,
        traceId);
  }

  /** How the catalogue page of a refusal is called. */
  static String slug(Refusal why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
