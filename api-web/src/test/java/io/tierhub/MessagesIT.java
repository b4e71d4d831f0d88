package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may say what in a conversation, who reads it, and who may take it back. */
class MessagesIT extends TalkTest {

  private static final String TO_OURSELVES = "{\"text\": \"Ask Nora.\", \"type\": \"private\"}";

  @Test
  void privateMessagesAreSeenByTheirOwnAccountOnly() {
    Api.Answer quiet = vendor.api().post(path + "/messages", TO_OURSELVES).expect(201);
    String own = path + "/messages/" + quiet.at("id");
    assertThat(texts(vendor)).contains("Ask Nora.");
    for (Company other : List.of(distributor, world.ops())) {
      assertThat(texts(other)).hasSize(1).doesNotContain("Ask Nora.");
      assertThat(other.api().get(path).expect(200).json().path("messages")).hasSize(1);
      assertThat(messages(other, "?type=private").header("Content-Range")).isEqualTo("items 0-0/0");
    }
    distributor.api().put(own, "{\"text\": \"Seen.\"}").expect(404);
    distributor.api().delete(own).expect(404);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from (select data, owner_id, vendor_id from outbox union all select"
                    + " data, owner_id, vendor_id from feed) e where data like ? and owner_id = ? and"
                    + " vendor_id is null",
                Long.class,
                "%" + quiet.at("id") + "%",
                vendor.id()))
        .as("in the feed neither")
        .isEqualTo(1);

    vendor.api().put(own, "{\"type\": \"message\"}").expect(200);
    assertThat(texts(distributor)).contains("Ask Nora.");
  }

  @Test
  void whoPostedAMessageEditsAndDeletesIt() {
    Api.Answer question = vendor.api().post(path + "/messages", QUESTION).expect(201);
    String own = path + "/messages/" + question.at("id");
    Api.Answer edited = vendor.api().put(own, "{\"text\": \"Whose domain?\"}").expect(200);
    assertThat(edited.at("text")).isEqualTo("Whose domain?");
    assertThat(edited.at("type")).isEqualTo("message");
    assertThat(edited.at("created")).isEqualTo(question.at("created"));
    assertThat(vendor.api().put(own, edited.text()).expect(200).text())
        .as("sent back whole, it changes nothing")
        .isEqualTo(edited.text());
    assertThat(texts(distributor).getLast()).isEqualTo("Whose domain?");
    vendor.api().delete(own).expect(204);
    assertThat(texts(distributor)).hasSize(1);
    vendor.api().delete(own).expect(404);
    vendor.api().put(own, QUESTION).expect(404);
    assertThat(events())
        .containsExactly(
            "conversation.message_posted",
            "conversation.message_posted",
            "conversation.message_changed",
            "conversation.message_deleted");
  }

  @Test
  void nobodyElseDoes() {
    String question = vendor.api().post(path + "/messages", QUESTION).expect(201).at("id");
    String own = path + "/messages/" + question;
    for (Api.Answer refused :
        List.of(distributor.api().put(own, "{}"), distributor.api().delete(own))) {
      assertThat(refused.expect(403).at("detail"))
          .isEqualTo("Only %s, who posted it, may change or delete it.".formatted(vendor.id()));
    }
    String other = placed("u-2").at("id");
    vendor.api().delete("/conversations/" + other + "/messages/" + question).expect(404);
    assertThat(texts(vendor)).contains("Which domain?");
  }

  @Test
  void aStateChangeStaysAsItWasWritten() {
    String noted = path + "/messages/" + messages(distributor, "").at("0.id");
    Api.Answer posted =
        vendor
            .api()
            .post(path + "/messages", "{\"text\": \"Resolved.\", \"type\": \"state_change\"}")
            .expect(201);
    String own = path + "/messages/" + posted.at("id");
    for (Api.Answer refused :
        List.of(
            distributor.api().put(noted, QUESTION),
            distributor.api().delete(noted),
            vendor.api().put(own, "{\"type\": \"message\"}"),
            vendor.api().delete(own))) {
      assertThat(refused.expect(400).at("error_code")).isEqualTo("CNV_002");
    }
    String question = vendor.api().post(path + "/messages", QUESTION).expect(201).at("id");
    assertThat(
            vendor
                .api()
                .put(path + "/messages/" + question, "{\"type\": \"state_change\"}")
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                     | /text | This field is required.
          {"text": ""}                           | /text | This field may not be blank.
          {"text": ["a"]}                        | /text | Expected a text.
          {"text": "a\\u0000b"}                  | /text | This field has a character that no text may have.
          {"text": "a", "type": "whisper"}       | /type | Use message, state_change or private.
          """)
  void messagesThatAreNone(String body, String pointer, String message) {
    Api.Answer refused = vendor.api().post(path + "/messages", body).expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo(pointer);
    assertThat(refused.at("violations.0.message")).isEqualTo(message);
    String own = path + "/messages/" + vendor.api().post(path + "/messages", QUESTION).at("id");
    if (!body.equals("{}")) {
      vendor.api().put(own, body).expect(400);
    }
    assertThat(texts(vendor)).hasSize(2);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Api.Answer refused =
        vendor
            .api()
            .post(path + "/messages", "{\"text\": \"\", \"type\": \"whisper\"}")
            .expect(400);
    assertThat(refused.json().path("violations")).hasSize(2);
  }

  @Test
  void textsAreLongButNotEndless() {
    String longest = "ä".repeat(9_999) + "😀";
    assertThat(
            vendor
                .api()
                .post(path + "/messages", "{\"text\": \"%s\"}".formatted(longest))
                .expect(201)
                .at("text"))
        .isEqualTo(longest);
    vendor.api().post(path + "/messages", "{\"text\": \"%s!\"}".formatted(longest)).expect(400);
  }

  @Test
  void listsAreFilteredAndOrdered() {
    String question = vendor.api().post(path + "/messages", QUESTION).expect(201).at("id");
    for (String filter :
        List.of(
            "type=message",
            "id=" + question,
            "account.id=" + vendor.id(),
            "events.created.by.id=" + user(vendor, "id"),
            "like(text,*domain*)",
            "search=DOMAIN",
            "type=message&gt(created,2020-01-01)&gt(events.updated.at,2020-01-01)")) {
      assertThat(messages(distributor, "?" + filter).ids()).as(filter).containsExactly(question);
    }
    assertThat(messages(distributor, "?ordering=-created").at("0.id")).isEqualTo(question);
    assertThat(messages(distributor, "?type=private").header("Content-Range"))
        .isEqualTo("items 0-0/0");
  }

  @Test
  void nothingIsSaidBehindTheBackOfWhoClosesIt() throws Exception {
    int posters = 3;
    int messagesEach = 5;
    AtomicInteger accepted = new AtomicInteger();
    try (ExecutorService people = Executors.newFixedThreadPool(posters)) {
      List<Future<?>> talking = new ArrayList<>();
      for (int p = 0; p < posters; p++) {
        Company who = p % 2 == 0 ? vendor : distributor;
        talking.add(
            people.submit(() -> {
              for (int i = 0; i < messagesEach; i++) {
                if (who.api().post(path + "/messages", QUESTION).expect(201, 400).status() == 201) {
                  accepted.incrementAndGet();
                }
              }
            }));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> accepted.get() > posters);
      distributor.api().post(path + "/close").expect(200);
      for (Future<?> done : talking) {
        done.get();
      }
    }
    List<Instant> posted =
        jdbc.query(
            "select m.created_at from conversation_message m join conversation c on c.id ="
                + " m.conversation_id where c.instance_id = ? order by m.position",
            (row, n) -> row.getObject(1, OffsetDateTime.class).toInstant(),
            request);
    Instant closed =
        jdbc.queryForObject(
            "select updated_at from conversation where instance_id = ?",
            (row, n) -> row.getObject(1, OffsetDateTime.class).toInstant(),
            request);
    assertThat(posted).hasSize(1 + accepted.get()).isSorted();
    assertThat(posted).allSatisfy(at -> assertThat(at).isBeforeOrEqualTo(closed));
  }
}
