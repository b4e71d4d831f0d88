package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How often one token may call. */
class TokenRateIT extends LimitedTest {

  private static final Pattern LEFT = Pattern.compile("\"token\";r=(\\d+);t=(\\d+)");

  private static int left(Api.Answer answer) {
    assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"token\";q=40;w=60");
    Matcher left = LEFT.matcher(answer.header("RateLimit"));
    assertThat(left.matches()).as(answer.header("RateLimit")).isTrue();
    assertThat(Integer.parseInt(left.group(2))).as("all come back within a minute").isLessThan(61);
    return Integer.parseInt(left.group(1));
  }

  @Test
  void whoCallsTooOftenIsToldWhenToComeAgainAndNobodyElseIs() {
    World world = world();
    Company busy = world.distributor();
    Company other = world.in(Environment.TEST, busy);
    Api.Answer answer = busy.api().get("/me").expect(200);
    assertThat(left(answer)).isEqualTo(39);
    assertThat(left(busy.api().get("/tier/accounts/TA-0000-0000-0000").expect(404)))
        .as("what is refused is counted and told too")
        .isBetween(38, 39);
    int calls = 2;
    while (answer.status() != 429) {
      answer = busy.api().get("/me");
      calls++;
    }
    assertThat(calls).isGreaterThan(40);
    assertThat(left(answer)).isZero();
    assertThat(Integer.parseInt(answer.header("Retry-After"))).as("one in 1.5 s").isBetween(1, 2);
    assertThat(answer.at("error_code")).isEqualTo("HTTP_429");
    assertThat(answer.at("detail")).contains("more than 40 times a minute");
    assertThat(left(other.api().get("/me").expect(200)))
        .as("another token of the same account")
        .isEqualTo(39);
    assertThat(api().get("/me").expect(401).header("RateLimit")).isNull();
  }
}
