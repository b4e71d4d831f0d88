package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists gone through by their {@code Link}, page after page, wherever one is in them. */
class CursorIT extends HttpTest {

  private static final Pattern NEXT = Pattern.compile("</public/v1([^>]*)>; rel=\"next\"");

  private World world;
  private Company distributor;

  @BeforeEach
  void elevenResellersSomeOfWhichHaveNoExternalIdAndSomeTheSame() {
    world = world();
    distributor = world.distributor();
    for (int i = 0; i < 11; i++) {
      String external = "\"external_id\": \"E-%d\"".formatted(i % 2);
      distributor
          .api()
          .post(
              "/tier/accounts",
              i % 3 == 0
                  ? World.accountBody("reseller", "R" + i % 4, null)
                  : World.accountBody("reseller", "R" + i % 4, null, external))
          .expect(201);
    }
  }

  private static Optional<String> next(Api.Answer page) {
    return Optional.ofNullable(page.header("Link"))
        .map(link -> {
          Matcher next = NEXT.matcher(link);
          assertThat(next.matches()).as(link).isTrue();
          return next.group(1);
        });
  }

  private List<String> all(String path) {
    List<String> ids = new ArrayList<>();
    Optional<String> page = Optional.of(path);
    while (page.isPresent()) {
      Api.Answer answer = distributor.api().get(page.get()).expect(200);
      ids.addAll(answer.ids());
      page = next(answer);
    }
    return ids;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ordering(name)",
        "ordering(-name)",
        "ordering(external_id)",
        "ordering(-external_id)",
        "ordering(external_id,-name)",
        "ordering(-external_id,name)",
        "ordering(-events.created.at)",
        "ordering(hub.id,-events.created.at)",
        "ne(name,R1)&ordering(-name)",
        "select(-contact_info)&ordering(name)",
      })
  void pageAfterPageIsTheWholeList(String query) {
    List<String> whole = distributor.api().get("/tier/accounts?" + query).expect(200).ids();
    for (int limit : List.of(1, 3, 5, 11)) {
      assertThat(all("/tier/accounts?" + query + "&limit=" + limit))
          .as("by %d", limit)
          .isEqualTo(whole);
    }
  }

  @Test
  void contentRangeSaysWhereOneIs() {
    List<String> ranges = new ArrayList<>();
    Optional<String> page = Optional.of("/tier/accounts?limit=4");
    while (page.isPresent()) {
      Api.Answer answer = distributor.api().get(page.get()).expect(200);
      ranges.add(answer.header("Content-Range"));
      page = next(answer);
    }
    assertThat(ranges).containsExactly("items 0-3/11", "items 4-7/11", "items 8-10/11");
  }

  @Test
  void anOffsetIsWhereTheLinkGoesOnFrom() {
    Api.Answer page = distributor.api().get("/tier/accounts?offset=4&limit=3").expect(200);
    String next = next(page).orElseThrow();
    assertThat(next).doesNotContain("offset");
    Api.Answer after = distributor.api().get(next).expect(200);
    assertThat(after.header("Content-Range")).isEqualTo("items 7-9/11");
    assertThat(after.ids())
        .isEqualTo(distributor.api().get("/tier/accounts?offset=7&limit=3").expect(200).ids());
  }

  /** As a client sends it that encodes nothing; Java's would not. */
  private String unencoded(String target) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      String call =
          "GET %s HTTP/1.1\r\nHost: here\r\nAuthorization: %s\r\nConnection: close\r\n\r\n"
              .formatted(target, distributor.header());
      socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200");
      return answer;
    }
  }

  @Test
  void whateverStandsInTheQuestionEndsNoLink() throws IOException {
    String first = unencoded("/public/v1/tier/accounts?ne(name,\"a>b<c\")&limit=3");
    Matcher link = Pattern.compile("Link: (.*)\r\n").matcher(first);
    assertThat(link.find()).as(first).isTrue();
    Matcher next = NEXT.matcher(link.group(1));
    assertThat(next.matches()).as(link.group(1)).isTrue();
    assertThat(unencoded("/public/v1" + next.group(1))).contains("Content-Range: items 3-5/11");
  }

  @Test
  void whatComesAndGoesBeforeMovesNothing() {
    Api.Answer first =
        distributor.api().get("/tier/accounts?ordering(-events.created.at,-id)&limit=4");
    World.reseller(distributor, "Newer", null);
    distributor.api().delete("/tier/accounts/" + first.ids().getFirst()).expect(204);
    Api.Answer second = distributor.api().get(next(first).orElseThrow()).expect(200);
    assertThat(second.ids()).hasSize(4).doesNotContainAnyElementsOf(first.ids());
  }

  /** How rows are found may change from page to page; which list it is does not. */
  @Test
  void aSearchGoesOnWhereverElseItsTermIsFoundMeanwhile() {
    String term = "T-" + distributor.id();
    for (int i = 0; i < 3; i++) {
      String external = "\"external_id\": \"%s-%d\"".formatted(term, i);
      String body = World.accountBody("reseller", "By its id", null, external);
      distributor.api().post("/tier/accounts", body).expect(201);
    }
    Api.Answer first =
        distributor.api().get("/tier/accounts?search=" + term + "&limit=2").expect(200);
    String parent = World.reseller(distributor, "By name " + term, null);
    World.reseller(distributor, "By its parent", parent);
    Api.Answer second = distributor.api().get(next(first).orElseThrow()).expect(200);
    assertThat(second.ids()).isNotEmpty().doesNotContainAnyElementsOf(first.ids());
    assertThat(all("/tier/accounts?search=" + term + "&limit=2")).hasSize(5);
  }

  @Test
  void theLastPageHasNoNext() {
    assertThat(next(distributor.api().get("/tier/accounts?limit=11").expect(200))).isEmpty();
    assertThat(next(distributor.api().get("/tier/accounts?limit=0").expect(200))).isEmpty();
    assertThat(next(distributor.api().get("/tier/accounts").expect(200))).isEmpty();
  }

  @Test
  void aCursorLeadsNowhereButInItsList() {
    String next = next(distributor.api().get("/tier/accounts?limit=3").expect(200)).orElseThrow();
    String cursor = next.substring(next.indexOf("cursor="));
    for (String other :
        List.of(
            "/tier/accounts?type=reseller&" + cursor,
            "/tier/accounts?ordering(name)&" + cursor,
            "/assets?" + cursor,
            "/requests?" + cursor)) {
      Api.Answer refused = distributor.api().get(other).expect(400);
      assertThat(refused.at("error_code")).isEqualTo("VAL_002");
      assertThat(refused.at("errors.0")).startsWith("Bad cursor. It is of another list");
    }
    assertThat(distributor.api().get("/tier/accounts?limit=5&" + cursor).expect(200).ids())
        .as("pages may be of any size")
        .hasSize(5);
  }

  @Test
  void nobodyGetsAnywhereByTheCursorOfAnother() {
    String next = next(distributor.api().get("/tier/accounts?limit=3").expect(200)).orElseThrow();
    assertThat(world.distributor().api().get(next).expect(400).at("errors.0"))
        .startsWith("Bad cursor. It is of another list");
  }

  @Test
  void whatIsShownAsOfNowIsGoneThroughToo() {
    for (int i = 0; i < 3; i++) {
      distributor.api().post("/auth/tokens", "{\"name\": \"T%d\"}".formatted(i)).expect(201);
    }
    List<String> whole = distributor.api().get("/auth/tokens").expect(200).ids();
    assertThat(all("/auth/tokens?limit=2")).isEqualTo(whole).hasSizeGreaterThan(3);
  }

  @Test
  void whatIsNoCursorIsRefused() {
    Api.Answer first = distributor.api().get("/tier/accounts?ordering(name)&limit=3").expect(200);
    String cursor = next(first).orElseThrow().replaceAll(".*cursor=", "");
    String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    for (String odd :
        List.of(
            "x",
            "%00",
            "🦊",
            encoded("null"),
            encoded("[]"),
            encoded("{\"mark\": null}"),
            encoded(json.replaceFirst("\"place\":\\[[^]]*]", "\"place\":[null,null]")),
            encoded(json.replaceFirst("\"place\":\\[[^]]*]", "\"place\":[\"a\\\\u0000\",\"b\"]")),
            encoded(json.replaceFirst("\"place\":\\[[^]]*]", "\"place\":[\"a\"]")),
            encoded(json.replaceFirst("\"passed\":\\d+", "\"passed\":-5")))) {
      Api.Answer refused =
          distributor
              .api()
              .get(
                  "/tier/accounts?ordering(name)&limit=3&cursor="
                      + URLEncoder.encode(odd, StandardCharsets.UTF_8))
              .expect(400);
      assertThat(refused.at("errors.0")).as(odd).startsWith("Bad cursor.");
    }
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
