package io.tierhub;

import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** An order that its two sides talk about. */
abstract class TalkTest extends OrderTest {

  static final String QUESTION = "{\"text\": \"Which domain?\"}";

  String request;

  /** The conversation's. */
  String path;

  @BeforeEach
  void anOrder() {
    request = placed("u-1").at("id");
    path = "/conversations/" + request;
  }

  /** The user for whom the company's token stands. */
  static String user(Company who, String member) {
    return who.api().get("/me").expect(200).at("token." + member);
  }

  Api.Answer messages(Company who, String query) {
    return who.api().get(path + "/messages" + query).expect(200);
  }

  List<String> texts(Company who) {
    return messages(who, "")
        .json()
        .valueStream()
        .map(message -> message.path("text").asString())
        .toList();
  }

  /** What the feed was told of the conversation, in its order. */
  List<String> events() {
    return jdbc.queryForList(
        "select type from (select id, type, subject from outbox union all select event_id, type,"
            + " subject from feed) e where subject = (select id from conversation where instance_id ="
            + " ?) order by id",
        String.class,
        request);
  }
}
