package io.tierhub.web.claim;

import io.tierhub.claim.Lease;
import io.tierhub.kernel.Prefixed;
import io.tierhub.query.Document;
import io.tierhub.web.wire.WireTimes;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ClaimWork;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Answers claims, of whatever kind of request. */
@Component
public class Claims {

  private final Writes writes;
  private final JsonMapper json;

  Claims(Writes writes, JsonMapper json) {
    this.writes = writes;
    this.json = json;
  }

  /**
   * @param read what was claimed, as an array
   */
  public <I extends Prefixed> ResponseEntity<byte[]> answer(
      Supplier<ClaimWork.Claimed<I>> claim, Function<List<I>, Document> read) {
    return writes.answer(
        HttpStatus.OK, claim, claimed -> document(claimed, read.apply(claimed.requests())));
  }

  private Document document(ClaimWork.Claimed<?> claimed, Document requests) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (!claimed.requests().isEmpty()) {
      Lease lease = claimed.lease();
      body.put("lease", lease.id().value());
      body.put("expires_at", WireTimes.format(lease.until()));
    }
    body.put("requests", new RawValue(new String(requests.json(), StandardCharsets.UTF_8)));
    return new Document(json.writeValueAsBytes(body));
  }
}
