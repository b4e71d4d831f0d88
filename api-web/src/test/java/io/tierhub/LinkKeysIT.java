package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKey;
import io.tierhub.link.LinkKeys;
import io.tierhub.link.LinkPurpose;
import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import io.tierhub.web.SettableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Keys are everybody's, so these have a server and a database of their own. */
@TestPropertySource(properties = "tierhub.test.own-database=true")
@Execution(ExecutionMode.SAME_THREAD)
@Isolated("all links of the server change when a key is drawn")
class LinkKeysIT extends TierTest {

  private static final String KEYS = "/ops/link-keys";

  @Autowired private SettableClock clock;

  private Api ops() {
    return world.ops().api();
  }

  private Api site() {
    return new Api("http://127.0.0.1:" + port(), null);
  }

  /** The path of the link that the distributor is shown at the moment. */
  private String shown() {
    String link = tierRequestOf(top, 2).at("activation.link");
    return link.substring(link.indexOf("/forms/"));
  }

  private int newest() {
    return newestOf(ops().get(KEYS).expect(200));
  }

  private static int newestOf(Api.Answer list) {
    return list.json()
        .valueStream()
        .filter(key -> key.path("newest").asBoolean())
        .mapToInt(key -> key.path("number").asInt())
        .reduce((one, other) -> {
          throw new AssertionError("two newest keys: " + one + ", " + other);
        })
        .orElseThrow();
  }

  private static List<Integer> numbers(Api.Answer list) {
    return list.json().valueStream().map(key -> key.path("number").asInt()).toList();
  }

  @Test
  void linksOfAnOldKeyOpenUntilItIsDeleted() {
    orderOf(customer);
    int old = newest();
    String link = shown();
    assertThat(link).contains(".1." + old + ".");
    Api.Answer drawn = ops().post(KEYS).expect(201);
    int drawnNumber = Integer.parseInt(drawn.at("number"));
    assertThat(drawnNumber).isEqualTo(old + 1);
    assertThat(drawn.at("newest")).isEqualTo("true");
    assertThat(newest()).isEqualTo(drawnNumber);

    String newer = shown();
    assertThat(newer).as("sealed with it at once").contains(".1." + drawnNumber + ".");
    site().get(link).expect(200);
    site().get(newer).expect(200);

    ops().delete(KEYS + "/" + old).expect(204);
    assertThat(site().get(link).expect(404).text()).contains("This link does not work");
    String code = link.substring("/forms/".length());
    api()
        .post(
            "/tier/config-requests/%s/pend?code=%s".formatted(tierRequestOf(top, 2).at("id"), code),
            params("tier2_ordering", "x"))
        .expect(404);
    assertThat(shown()).isEqualTo(newer);
    assertThat(site().get(newer).expect(200).text()).contains("The tier2_ordering");
    ops().delete(KEYS + "/" + old).expect(404);
    assertThat(numbers(ops().get(KEYS).expect(200))).doesNotContain(old).contains(drawnNumber);
  }

  @Test
  void theNewestStays() {
    ops().post(KEYS).expect(201);
    Api.Answer before = ops().get(KEYS).expect(200);
    Api.Answer refused = ops().delete(KEYS + "/" + newestOf(before)).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("LNK_001");
    assertThat(refused.at("type")).isEqualTo("/problems/link-key-newest");
    assertThat(ops().get(KEYS).expect(200).text()).isEqualTo(before.text());
  }

  @Test
  void theListShowsNoSecret() {
    Api.Answer list = ops().get(KEYS).expect(200);
    assertThat(list.header("Content-Range"))
        .isEqualTo("items 0-%d/%d".formatted(list.json().size() - 1, list.json().size()));
    assertThat(numbers(list)).isSorted();
    assertThat(list.json().valueStream())
        .isNotEmpty()
        .allSatisfy(
            key -> assertThat(key.propertyNames()).containsExactly("number", "made_at", "newest"));
    assertThat(list.at("0.made_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
    assertThat(jdbc.queryForList("select length(secret) from link_key", Integer.class))
        .as("each as long as the seal")
        .containsOnly(32);
  }

  @Test
  void theyAreForOpsInProduction() {
    Api.Answer before = ops().get(KEYS).expect(200);
    for (Company who : List.of(distributor, vendor, world.company(Role.OPS, Environment.TEST))) {
      for (Api.Answer refused :
          List.of(
              who.api().get(KEYS),
              who.api().post(KEYS),
              who.api().delete(KEYS + "/" + 1),
              who.api().delete(KEYS + "/" + 9999))) {
        refused.expect(403);
      }
    }
    for (String method : List.of("GET", "POST")) {
      api().call(method, KEYS, null).expect(401);
    }
    api().delete(KEYS + "/1").expect(401);
    assertThat(ops().get(KEYS).expect(200).text()).isEqualTo(before.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "9999", "99999999999", "abc", "1.0"})
  void numbersThatAreNone(String number) {
    assertThat(ops().delete(KEYS + "/" + number).expect(404).at("error_code"))
        .isEqualTo("NFND_000");
  }

  @Test
  void whoeverDrawsAtTheSameMomentDrawsAnother() throws Exception {
    int before = newest();
    Api ops = ops();
    List<Api.Answer> drawn =
        together(Collections.<Callable<Api.Answer>>nCopies(8, () -> ops.post(KEYS)));
    assertThat(drawn).allSatisfy(answer -> answer.expect(201));
    assertThat(drawn.stream().map(answer -> Integer.parseInt(answer.at("number"))))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(before + 1, before + 8).boxed().toList());
    assertThat(newest()).isEqualTo(before + 8);

    List<Api.Answer> deleted =
        together(
            Collections.<Callable<Api.Answer>>nCopies(
                4, () -> ops.delete(KEYS + "/" + (before + 1))));
    assertThat(deleted).extracting(Api.Answer::status).containsOnly(204, 404);
    assertThat(deleted.stream().filter(answer -> answer.status() == 204)).hasSize(1);
  }

  @Test
  void whatAnotherCopyDidIsKnownWithinHalfAMinute() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    site().get(shown()).expect(200); // This copy has looked, just now.
    LinkKey other = LinkKey.draw(newest() + 2, clock.instant());
    jdbc.update(
        "insert into link_key (number, secret, made_at) values (?, ?, ?)",
        other.number(),
        other.secret(),
        other.made().atOffset(ZoneOffset.UTC));
    String link = "/forms/" + new LinkCode(LinkPurpose.FORM, request, 1).sealed(new OneKey(other));
    site().get(link).expect(200);
    jdbc.update("delete from link_key where number = ?", other.number());
    site().get(link).expect(200);
    clock.advance(Duration.ofSeconds(30));
    site().get(link).expect(404);
    site().get(shown()).expect(200);
  }

  private record OneKey(LinkKey newest) implements LinkKeys {

    @Override
    public Optional<LinkKey> numbered(int number) {
      return Optional.empty();
    }

    @Override
    public void forget() {
      // It is always this one.
    }
  }

  @Test
  void theFeedTellsOfIt() {
    Company who = world.ops();
    String drawn = who.api().post(KEYS).expect(201).at("number");
    String older = who.api().post(KEYS).expect(201).at("number");
    who.api().delete(KEYS + "/" + drawn).expect(204);
    assertThat(events(who, "link-key-" + drawn))
        .containsExactly("link_key.created", "link_key.deleted");
    assertThat(events(who, "link-key-" + older)).containsExactly("link_key.created");
  }

  private List<String> events(Company who, String subject) {
    return jdbc.queryForList(
        "select type from (select id, type, subject, owner_id from outbox union all"
            + " select event_id, type, subject, owner_id from feed) e"
            + " where subject = ? and owner_id = ? order by id",
        String.class,
        subject,
        who.id());
  }
}
