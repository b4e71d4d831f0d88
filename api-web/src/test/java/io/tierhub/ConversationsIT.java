package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each order has a conversation, in which its steps are noted. */
class ConversationsIT extends TalkTest {

  @Test
  void anOrderIsTalkedAboutFromItsBeginningToItsEnd() {
    Api.Answer found = vendor.api().get("/conversations?instance_id=" + request).expect(200);
    assertThat(found.json()).hasSize(1);
    assertThat(texts(vendor))
        .containsExactly("Request %s created. State set to Pending.".formatted(request));

    Api.Answer question = vendor.api().post(path + "/messages", QUESTION).expect(201);
    distributor
        .api()
        .post("/conversations/" + found.at("0.id") + "/messages", "{\"text\": \"example.com\"}")
        .expect(201);
    vendor.api().post("/requests/" + request + "/approve").expect(200);
    // As clients of Connect do.
    vendor
        .api()
        .post(path + "/messages", "{\"text\": \"Request approved using template TL-1.\"}")
        .expect(201);

    for (Company who : List.of(distributor, vendor, world.ops())) {
      assertThat(texts(who))
          .containsExactly(
              "Request %s created. State set to Pending.".formatted(request),
              "Which domain?",
              "example.com",
              "Request %s changed from Pending to Approved by %s."
                  .formatted(request, user(vendor, "name")),
              "Request approved using template TL-1.");
      assertThat(messages(who, "").json())
          .as("the conversation alone has them too")
          .isEqualTo(who.api().get(path).expect(200).json().path("messages"));
    }
    assertThat(accounts(messages(distributor, "")))
        .containsExactly(distributor.id(), vendor.id(), distributor.id(), vendor.id(), vendor.id());
    assertThat(events())
        .containsExactly(
            "conversation.message_posted",
            "conversation.message_posted",
            "conversation.message_posted",
            "conversation.message_posted",
            "conversation.message_posted");
    assertThat(question.at("id")).matches("ME-\\d{3}-\\d{3}-\\d{3}");
  }

  @Test
  void aFailedOrderSaysWhy() {
    vendor
        .api()
        .post("/requests/" + request + "/fail", "{\"reason\": \"Not eligible.\"}")
        .expect(200);
    assertThat(texts(distributor).getLast())
        .isEqualTo(
            "Request %s changed from Pending to Failed by %s. Reason: Not eligible."
                .formatted(request, user(vendor, "name")));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from (select data from outbox union all select data from feed) e"
                    + " where data like '%Not eligible.%' and data like ?",
                Long.class, "%" + request + "%"))
        .as("the feed has no words of people")
        .isZero();
  }

  @Test
  void aConversationIsAnsweredAsTheWireWritesIt() {
    JsonNode listed =
        distributor.api().get("/conversations?instance_id=" + request).expect(200).json().get(0);
    assertThat(listed.propertyNames())
        .containsExactly(
            "id",
            "instance_id",
            "topic",
            "type",
            "status",
            "events",
            "accounts",
            "creator",
            "created");
    assertThat(listed.path("id").asString()).matches("CO-\\d{3}-\\d{3}-\\d{3}");
    assertThat(listed.path("instance_id").asString()).isEqualTo(request);
    assertThat(listed.path("topic").asString())
        .isEqualTo("Fulfillment Request <%s>".formatted(request));
    assertThat(listed.path("type").asString()).isEqualTo("conversation");
    assertThat(listed.path("status").asString()).isEqualTo("open");
    assertThat(listed.at("/accounts/0/id").asString()).isEqualTo(vendor.id());
    assertThat(listed.at("/accounts/0").propertyNames()).containsExactly("id", "name");
    assertThat(listed.at("/accounts/1/id").asString()).isEqualTo(distributor.id());
    assertThat(listed.at("/creator/id").asString()).isEqualTo(user(distributor, "id"));
    assertThat(listed.path("created").asString())
        .isEqualTo(listed.at("/events/created/at").asString());
    String id = listed.path("id").asString();
    assertThat(vendor.api().get("/conversations/" + id).expect(200).text())
        .isEqualTo(vendor.api().get(path).expect(200).text());

    JsonNode message = vendor.api().post(path + "/messages", QUESTION).expect(201).json();
    assertThat(message.propertyNames())
        .containsExactly(
            "id", "conversation", "account", "created", "creator", "text", "type", "events");
    assertThat(message.path("conversation").asString()).isEqualTo(id);
    assertThat(message.at("/account/id").asString()).isEqualTo(vendor.id());
    assertThat(message.at("/creator/id").asString()).isEqualTo(user(vendor, "id"));
    assertThat(message.path("type").asString()).isEqualTo("message");
  }

  @Test
  void aConversationAloneHasItsLastHundredMessages() {
    jdbc.update(
        "insert into conversation_message (id, conversation_id, account_id, type, text, created_at,"
            + " updated_at, revision) select 'ME-' || substr(c.id, 4) || '-' || n, c.id, c.vendor_id,"
            + " 'message', n, c.created_at, c.created_at, 0 from conversation c,"
            + " generate_series(1, 100) n where c.instance_id = ?",
        request);
    JsonNode shown = distributor.api().get(path).expect(200).json().path("messages");
    assertThat(shown).hasSize(100);
    assertThat(shown.get(0).path("text").asString()).isEqualTo("1");
    assertThat(shown.get(99).path("text").asString()).isEqualTo("100");
    assertThat(messages(distributor, "?limit=1&offset=100").header("Content-Range"))
        .isEqualTo("items 100-100/101");
  }

  @Test
  void eitherSideClosesItAndThenNothingIsSaidAnyMore() {
    String question = vendor.api().post(path + "/messages", QUESTION).expect(201).at("id");
    Api.Answer closed = distributor.api().post(path + "/close", "{}").expect(200);
    assertThat(closed.at("status")).isEqualTo("closed");
    assertThat(closed.at("events.updated.by.id")).isEqualTo(user(distributor, "id"));
    assertThat(closed.json().path("messages")).hasSize(2);
    for (Api.Answer refused :
        List.of(
            vendor.api().post(path + "/close"),
            vendor.api().post(path + "/messages", QUESTION),
            vendor.api().put(path + "/messages/" + question, "{}"),
            vendor.api().delete(path + "/messages/" + question))) {
      assertThat(refused.expect(400).at("error_code")).isEqualTo("CNV_001");
      assertThat(refused.at("detail")).endsWith("the status is closed.");
    }
    vendor.api().post("/requests/" + request + "/approve").expect(200);
    assertThat(texts(distributor)).as("the order goes on, and so do the notes").hasSize(3);
    assertThat(distributor.api().get("/conversations?status=closed").expect(200).json()).hasSize(1);
    assertThat(events()).contains("conversation.closed");
  }

  @Test
  void onlyTheTwoSidesAndOpsSeeIt() {
    Api.Answer question = vendor.api().post(path + "/messages", QUESTION).expect(201);
    List<Company> strangers =
        List.of(
            world.vendor(),
            world.distributor(),
            world.company(Role.OPS, Environment.TEST),
            world.company(Role.VENDOR, Environment.TEST));
    for (Company stranger : strangers) {
      Api api = stranger.api();
      for (String key : List.of(request, question.at("conversation"))) {
        String theirs = "/conversations/" + key;
        String message = theirs + "/messages/" + question.at("id");
        api.get(theirs).expect(404);
        api.get(theirs + "/messages").expect(404);
        api.get(theirs + "/messages?limit=0").expect(404);
        api.post(theirs + "/messages", QUESTION).expect(404);
        api.put(message, QUESTION).expect(404);
        api.delete(message).expect(404);
        api.post(theirs + "/close").expect(404);
      }
      assertThat(api.get("/conversations?instance_id=" + request).expect(200).ids()).isEmpty();
    }
    assertThat(texts(vendor)).hasSize(2);
  }

  @Test
  void opsReadsOnly() {
    Company ops = world.ops();
    String question = vendor.api().post(path + "/messages", QUESTION).expect(201).at("id");
    assertThat(ops.api().post(path + "/messages", QUESTION).expect(403).at("detail"))
        .isEqualTo("Only vendor or distributor may post.");
    ops.api().put(path + "/messages/" + question, QUESTION).expect(403);
    ops.api().delete(path + "/messages/" + question).expect(403);
    ops.api().post(path + "/close").expect(403);
    assertThat(texts(ops)).hasSize(2);
  }

  @Test
  void onlyTheSystemOpensConversations() {
    String body = "{\"instance_id\": \"%s\", \"topic\": \"Ours\"}".formatted(request);
    for (Company who : List.of(distributor, vendor, world.ops())) {
      Api.Answer refused = who.api().post("/conversations", body).expect(403);
      assertThat(refused.at("error_code")).isEqualTo("AUTH_002");
      assertThat(refused.at("detail")).contains("Only TierHub itself");
    }
    api().post("/conversations", body).expect(401);
    assertThat(distributor.api().delete(path).expect(405).json().path("allowed").toString())
        .isEqualTo("[\"GET\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CO-000-000-000", "PR-0000-0000-0000-001", "nonsense", "CO-", "1"})
  void conversationsThatAreNone(String key) {
    Api api = vendor.api();
    api.get("/conversations/" + key).expect(404);
    api.get("/conversations/" + key + "/messages").expect(404);
    api.post("/conversations/" + key + "/messages", QUESTION).expect(404);
    api.put("/conversations/" + key + "/messages/ME-000-000-000", QUESTION).expect(404);
    api.delete("/conversations/" + key + "/messages/ME-000-000-000").expect(404);
    api.post("/conversations/" + key + "/close").expect(404);
    api.put(path + "/messages/" + key, QUESTION).expect(404);
    api.delete(path + "/messages/" + key).expect(404);
  }

  @Test
  void listsAreFilteredAndOrdered() {
    String second = placed("u-2").at("id");
    String one = distributor.api().get(path).at("id");
    String two = distributor.api().get("/conversations/" + second).at("id");
    distributor.api().post("/conversations/" + second + "/close").expect(200);
    Api api = vendor.api();
    assertThat(api.get("/conversations").expect(200).ids()).containsExactly(one, two);
    assertThat(api.get("/conversations?ordering(-created)").expect(200).ids())
        .containsExactly(two, one);
    for (String filter :
        List.of(
            "instance_id=" + request,
            "in(instance_id,(%s))".formatted(request),
            "instance_id__in=" + request,
            "id=" + one,
            "status=open",
            "like(topic,*%s*)".formatted(request),
            "search=" + request,
            "id=" + one + "&type=conversation&gt(created,2020-01-01)",
            "id=" + one + "&lt(events.created.at,2100-01-01)",
            "id=" + one + "&creator.id=" + user(distributor, "id"))) {
      assertThat(api.get("/conversations?" + filter).expect(200).ids())
          .as(filter)
          .containsExactly(one);
    }
    assertThat(api.get("/conversations?type=notes").expect(200).ids()).isEmpty();
    assertThat(api.get("/conversations?instance=x").expect(400).at("error_code"))
        .isEqualTo("VAL_002");
  }

  @Test
  void oneThatIsOlderThanConversationsIsOpenedByItsNextStep() {
    jdbc.update(
        "delete from conversation_message m using conversation c where c.id = m.conversation_id and"
            + " c.instance_id = ?",
        request);
    jdbc.update("delete from conversation where instance_id = ?", request);
    vendor.api().get(path).expect(404);
    vendor.api().post("/requests/" + request + "/approve").expect(200);
    assertThat(texts(distributor)).hasSize(1);
  }

  private static List<String> accounts(Api.Answer messages) {
    return messages
        .json()
        .valueStream()
        .map(message -> message.at("/account/id").asString())
        .toList();
  }
}
