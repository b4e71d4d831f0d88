package io.tierhub.benchmarks.bare;

import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.UserRef;
import io.tierhub.persistence.inquiry.FormLinks;
import io.tierhub.persistence.read.Table;
import io.tierhub.workflow.LinkAddresses;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads without all that a caller's rights and wishes cost. What is selected and how a row is
 * written are the product's own shapes, or the bytes could not be the same.
 */
@RestController
class BareReads {

  private static final String PACKAGE = "io.tierhub.persistence.";
  private static final String PENDING =
      " where r.status = 'pending' and r.vendor_id = ? and r.environment = 'production'"
          + " and r.product_id = ? order by r.created_at, r.id limit 100";

  private final JsonFactory json = new JsonFactory();
  private final JdbcClient jdbc;
  private final Table<?> accounts;
  private final Table<?> configurationRequests;
  private final Table<?> requests;

  BareReads(JdbcClient jdbc) throws ReflectiveOperationException {
    this.jdbc = jdbc;
    LinkAddresses none =
        code -> {
          throw new IllegalStateException("vendors are shown no link");
        };
    FormLinks links = make(FormLinks.class, "inquiry.FormLinks", none);
    this.accounts = make(Table.class, "account.TierAccountTable", false);
    this.configurationRequests =
        make(Table.class, "tierconfigrequest.TierConfigurationRequestTable", Role.VENDOR, links);
    this.requests = make(Table.class, "fulfillment.FulfillmentRequestTable", Role.VENDOR, links);
  }

  private static <T> T make(Class<T> type, String name, Object... arguments)
      throws ReflectiveOperationException {
    var constructor =
        Stream.of(Class.forName(PACKAGE + name).getDeclaredConstructors())
            .filter(one -> one.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    constructor.setAccessible(true);
    return type.cast(constructor.newInstance(arguments));
  }

  private static Actor actor(String account) {
    return new Actor(
        new PartnerId(account),
        Environment.PRODUCTION,
        new UserRef("UR-1", "Reader"),
        "0".repeat(32));
  }

  @GetMapping(path = "/accounts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] account(@PathVariable String id, @RequestParam String owner) {
    return one(accounts, actor(owner), " where a.id = ?", id);
  }

  @GetMapping(path = "/configuration-requests/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] configurationRequest(@PathVariable String id, @RequestParam String vendor) {
    return one(configurationRequests, actor(vendor), " where r.id = ?", id);
  }

  @GetMapping(path = "/configuration-requests", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] configurationRequests(@RequestParam String vendor, @RequestParam String product) {
    return many(configurationRequests, actor(vendor), PENDING, vendor, product);
  }

  @GetMapping(path = "/requests", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] requests(@RequestParam String vendor, @RequestParam String product) {
    return many(requests, actor(vendor), PENDING, vendor, product);
  }

  @GetMapping(path = "/accounts/{id}/descendants", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] descendants(@PathVariable String id, @RequestParam String owner)
      throws ReflectiveOperationException {
    Table<?> below =
        make(Table.class, "account.DescendantTable", new TierAccountId(id), Integer.MAX_VALUE);
    return many(
        below,
        actor(owner),
        " where d.path > (select path from tier_position where account_id = ?) and d.path < (select"
            + " path || '~' from tier_position where account_id = ?) and a.decommissioned_at is null"
            + " order by d.path limit 100",
        id,
        id);
  }

  private byte[] one(Table<?> table, Actor actor, String where, Object... values) {
    return read(table, actor, where, false, values);
  }

  private byte[] many(Table<?> table, Actor actor, String where, Object... values) {
    return read(table, actor, where, true, values);
  }

  private byte[] read(Table<?> table, Actor actor, String where, boolean many, Object... values) {
    var from = table.from(actor);
    var all = Stream.concat(Arrays.stream(from.values()), Arrays.stream(values)).toList();
    return jdbc.sql("select " + table.shape().selectList() + " from " + from.text() + where)
        .params(all)
        .query((ResultSet rows) -> written(table, rows, many));
  }

  private byte[] written(Table<?> table, ResultSet rows, boolean many) throws SQLException {
    var bytes = new ByteArrayOutputStream(many ? 100 * 1024 : 2048);
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
      if (many) {
        out.writeStartArray();
      }
      while (rows.next()) {
        table.shape().write(rows, out);
      }
      if (many) {
        out.writeEndArray();
      }
    }
    return bytes.toByteArray();
  }
}
