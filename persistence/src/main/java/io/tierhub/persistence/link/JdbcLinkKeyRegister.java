package io.tierhub.persistence.link;

import io.tierhub.link.KeptLinkKey;
import io.tierhub.link.LinkKey;
import io.tierhub.link.LinkKeyRegister;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLinkKeyRegister implements LinkKeyRegister {

  private final JdbcTemplate jdbc;

  JdbcLinkKeyRegister(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<KeptLinkKey> all() {
    return jdbc.query(
        "select number, made_at, number = max(number) over () from link_key order by number",
        (row, n) ->
            new KeptLinkKey(
                row.getInt(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getBoolean(3)));
  }

  /** The table, for there is no row yet of the next number; whoever only reads does not wait. */
  @Override
  public List<KeptLinkKey> lock() {
    jdbc.execute("lock table link_key in share row exclusive mode");
    return all();
  }

  @Override
  public void add(LinkKey key) {
    jdbc.update(
        "insert into link_key (number, secret, made_at) values (?, ?, ?)",
        key.number(),
        key.secret(),
        key.made().atOffset(ZoneOffset.UTC));
  }

  @Override
  public void remove(int number) {
    jdbc.update("delete from link_key where number = ?", number);
  }
}
