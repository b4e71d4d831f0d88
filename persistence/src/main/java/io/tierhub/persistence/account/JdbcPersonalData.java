package io.tierhub.persistence.account;

import io.tierhub.account.PersonalData;
import io.tierhub.account.Realm;
import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.HubId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Erases by SQL, table by table: no rule is touched, and what is kept stays as valid as it was.
 * Rows are found by what belongs to the account; only kept answers, of a day, and calls of
 * webhooks, of a month, are all looked through.
 */
@Repository
class JdbcPersonalData implements PersonalData {

  /** Stands where something must. */
  private static final String ERASED = "erased";

  /** The country stays: it is nobody's alone, and taxes rest on it. */
  private static final String CONTACT_INFO =
      "'{\"address_line1\":\"erased\",\"address_line2\":null,\"city\":\"erased\",\"state\":null,"
          + "\"postal_code\":\"erased\",\"country\":' || (contact_info::json -> 'country')::text ||"
          + " ',\"contact\":{\"first_name\":\"erased\",\"last_name\":\"erased\","
          + "\"email\":\"erased@erased.invalid\"}}'";

  /** What people might have written somewhere in a text of their own. */
  private static final String VALUES =
      """
      select distinct value from tier_account_version v cross join lateral (values
        (v.name), (v.tax_id), (v.external_id), (v.external_uid),
        (v.contact_info::json ->> 'address_line1'), (v.contact_info::json ->> 'address_line2'),
        (v.contact_info::json #>> '{contact,email}'), (v.contact_info::json #>> '{contact,last_name}'),
        (v.contact_info::json #>> '{contact,first_name}'),
        (v.contact_info::json #>> '{contact,phone_number,phone_number}')) as one (value)
      where v.account_id = ? and length(value) >= 3
      """;

  /** Matches nothing, where there is no value to look for. */
  private static final String NEVER = "[^\\s\\S]";

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}\\s]");

  private final JdbcTemplate jdbc;
  private final PersonalParams params;

  JdbcPersonalData(JdbcTemplate jdbc, PersonalParams params) {
    this.jdbc = jdbc;
    this.params = params;
  }

  @Override
  public Optional<Subject> lock(TierAccountId id) {
    return jdbc
        .query(
            "select owner_id, hub_id, environment, number, decommissioned_at, erased_at from"
                + " tier_account where id = ? for update",
            (row, n) -> {
              String hub = row.getString(2);
              OffsetDateTime erased = row.getObject(6, OffsetDateTime.class);
              return new Subject(
                  new Realm(
                      new PartnerId(row.getString(1)),
                      hub == null ? null : new HubId(hub),
                      Environment.ofWire(row.getString(3)).orElseThrow()),
                  row.getInt(4),
                  row.getObject(5) == null,
                  erased == null ? null : erased.toInstant());
            },
            id.value())
        .stream()
        .findFirst();
  }

  @Override
  public Map<String, Integer> erase(TierAccountId account, Instant at) {
    String id = account.value();
    List<String> values = ids(VALUES, id);
    String pattern = pattern(values);
    List<String> assets = ids("select id from asset where customer_id = ?", id);
    List<String> orders = ids("select id from fulfillment_request where asset_id = any(?)", assets);
    List<String> configurations = ids("select id from tier_configuration where account_id = ?", id);
    List<String> tierRequests =
        ids("select id from tier_configuration_request where account_id = ?", id);
    List<String> accountRequests =
        ids("select id from tier_account_request where account_id = ?", id);
    List<String> requests = new ArrayList<>(orders);
    requests.addAll(tierRequests);
    requests.addAll(accountRequests);
    List<String> conversations =
        ids("select id from conversation where instance_id = any(?)", requests);
    List<String> all = new ArrayList<>(requests);
    all.add(id);
    all.addAll(assets);
    all.addAll(configurations);
    all.addAll(conversations);

    Map<String, Integer> erased = new LinkedHashMap<>();
    account(id, at);
    erased.put("versions", versions(id));
    Pattern people = people(values);
    params.erase("asset", assets, people, ERASED);
    params.erase("fulfillment_request", orders, people, ERASED);
    params.erase("tier_configuration", configurations, people, ERASED);
    params.erase("tier_configuration_request", tierRequests, people, ERASED);
    for (String table :
        List.of("fulfillment_request", "tier_configuration", "tier_configuration_request")) {
      jdbc.update(
          "update " + table + " set tile = null where id = any(?) and tile is not null",
          (Object) all.toArray(String[]::new));
    }
    for (Named named : Named.ALL) {
      named(named, id, all);
    }
    texts("tier_account_request", "reason", accountRequests, pattern);
    texts("fulfillment_request", "reason", orders, pattern);
    texts("fulfillment_request", "note", orders, pattern);
    texts("tier_configuration_request", "reason", tierRequests, pattern);
    texts("tier_configuration_request", "notes", tierRequests, pattern);
    erased.put("messages", messages(conversations, pattern));
    erased.put("mails", mails(requests, configurations));
    erased.put("answers", answers(id));
    erased.put("webhook_calls", webhookCalls(id));
    erased.put("audit_entries", audit(id, all));
    return erased;
  }

  private List<String> ids(String sql, Object of) {
    Object value = of instanceof List<?> list ? list.toArray(String[]::new) : of;
    return jdbc.query(sql, (row, n) -> row.getString(1), value);
  }

  private void account(String id, Instant at) {
    jdbc.update(
        "update tier_account set name = ?, external_id = null, external_uid = ?, tax_id = null,"
            + " email = 'erased@erased.invalid', erased_at = ?, revision = revision + 1,"
            + " contact_info = "
            + CONTACT_INFO
            + " where id = ?",
        ERASED,
        ERASED,
        at.atOffset(ZoneOffset.UTC),
        id);
  }

  /** Its own, and those of the accounts below it, which name it as their parent. */
  private int versions(String id) {
    jdbc.update(
        "update tier_account_version set parent_name = ?, parent_external_id = null where parent_id"
            + " = ?",
        ERASED,
        id);
    return jdbc.update(
        "update tier_account_version set name = ?, external_id = null, external_uid = ?, tax_id ="
            + " null, contact_info = "
            + CONTACT_INFO
            + " where account_id = ?",
        ERASED,
        ERASED,
        id);
  }

  /** Whoever came by a link has the account's name. */
  private void named(Named named, String id, List<String> objects) {
    jdbc.update(
        "update %s set %s_name = ? where %s = any(?) and %s_id = ?"
            .formatted(named.table, named.column, named.key, named.column),
        id,
        objects.toArray(String[]::new),
        id);
  }

  private int texts(String table, String column, List<String> ids, String pattern) {
    return jdbc.update(
        "update %1$s set %2$s = regexp_replace(%2$s, ?, ?, 'g') where id = any(?) and %2$s ~ ?"
            .formatted(table, column),
        pattern,
        ERASED,
        ids.toArray(String[]::new),
        pattern);
  }

  private int messages(List<String> conversations, String pattern) {
    return jdbc.update(
        "update conversation_message set text = regexp_replace(text, ?, ?, 'g') where"
            + " conversation_id = any(?) and text ~ ?",
        pattern,
        ERASED,
        conversations.toArray(String[]::new),
        pattern);
  }

  private int mails(List<String> requests, List<String> configurations) {
    List<String> about = new ArrayList<>(requests);
    about.addAll(configurations);
    return jdbc.update(
        "update mail set to_name = null, to_address = null, error = null, status = case when status"
            + " = 'waiting' then 'dropped' else status end, revision = revision + 1 where"
            + " request_id = any(?)",
        (Object) about.toArray(String[]::new));
  }

  /** Whatever shows the account names its id. */
  private int answers(String id) {
    return jdbc.update(
        "delete from kept_answer where position(convert_to(?, 'UTF8') in body) > 0", id);
  }

  /** The same; what was answered may repeat it. */
  private int webhookCalls(String id) {
    return jdbc.update(
        "update webhook_attempt set request = null, answer = null where position(? in request) > 0",
        id);
  }

  private int audit(String id, List<String> objects) {
    return jdbc.update(
        "update audit_entry set sealed = null, salt = null where (object_id = any(?) or by_id = ?)"
            + " and sealed is not null",
        objects.toArray(String[]::new),
        id);
  }

  /** Finds any of the values where no letter and no digit is next to it; the longest first. */
  private static String pattern(List<String> values) {
    return values.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .map(JdbcPersonalData::quoted)
        .collect(Collectors.joining("|", "(?<![[:alnum:]])(?:", "|" + NEVER + ")(?![[:alnum:]])"));
  }

  /** The same in Java. */
  private static Pattern people(List<String> values) {
    return Pattern.compile(
        values.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(
                Collectors.joining(
                    "|", "(?<![\\p{L}\\p{N}])(?:", "|" + NEVER + ")(?![\\p{L}\\p{N}])")));
  }

  /** As a text in a pattern, in which only what is no letter and no digit means something. */
  private static String quoted(String value) {
    return NO_LETTER.matcher(value).replaceAll("\\\\$0");
  }

  /**
   * Columns that name who did something.
   *
   * @param column without {@code _id} and {@code _name}
   * @param key the column of the object
   */
  private record Named(String table, String column, String key) {

    static final List<Named> ALL =
        List.of(
            new Named("asset", "created_by", "id"),
            new Named("fulfillment_request", "created_by", "id"),
            new Named("tier_configuration", "created_by", "id"),
            new Named("tier_configuration", "updated_by", "id"),
            new Named("tier_configuration_request", "created_by", "id"),
            new Named("tier_configuration_request", "updated_by", "id"),
            new Named("tier_configuration_request", "inquired_by", "id"),
            new Named("tier_configuration_request", "pended_by", "id"),
            new Named("tier_configuration_request", "approved_by", "id"),
            new Named("conversation", "created_by", "id"),
            new Named("conversation", "updated_by", "id"),
            new Named("conversation_message", "created_by", "conversation_id"),
            new Named("conversation_message", "updated_by", "conversation_id"),
            new Named("feed", "by", "subject"),
            new Named("outbox", "by", "subject"));
  }
}
