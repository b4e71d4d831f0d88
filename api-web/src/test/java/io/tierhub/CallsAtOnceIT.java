package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.RawCaller;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One token cannot fill the server with calls that do not end. */
class CallsAtOnceIT extends LimitedTest {

  private static final int MOST = 5;

  @Test
  void whoHasTooManyCallsUnderWayIsToldToComeAgainAndNobodyElseIs() {
    World world = world();
    Company busy = world.distributor();
    Company other = world.distributor();
    String unfinished =
        "POST /public/v1/tier/accounts HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n"
                .formatted(busy.api().authorization())
            + "Content-Length: 100\r\n\r\n{";
    List<RawCaller> hanging = new ArrayList<>();
    try {
      // One that comes while another call is under way may itself be the one too many.
      Api.Answer refused =
          await()
              .until(
                  () -> {
                    hanging.add(new RawCaller(port()).say(unfinished));
                    return busy.api().get("/me");
                  },
                  answer -> answer.status() != 200);
      assertThat(hanging).hasSizeGreaterThanOrEqualTo(MOST);
      assertThat(refused.expect(429).at("detail")).contains("5 calls of this token are under way");
      assertThat(refused.at("error_code")).isEqualTo("HTTP_429");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      other.api().get("/me").expect(200);
    } finally {
      hanging.forEach(RawCaller::close);
    }
    await().until(() -> busy.api().get("/me").status() == 200);
  }
}
