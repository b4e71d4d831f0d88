package io.tierhub.persistence.partner;

import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.UserRef;
import io.tierhub.partner.Partner;
import io.tierhub.partner.Partners;
import io.tierhub.partner.User;
import io.tierhub.partner.UserId;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Partners and users through JPA. */
@Repository
class JpaPartners implements Partners {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final PartnerMapper mapper;

  JpaPartners(EntityManager entities, JdbcTemplate jdbc, PartnerMapper mapper) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public void add(Partner partner) {
    entities.persist(mapper.row(partner));
    entities.flush();
  }

  @Override
  public void add(User user) {
    entities.persist(mapper.row(user));
    entities.flush();
  }

  @Override
  public String name(PartnerId id) {
    return jdbc.query(
            "select name from partner where id = ?", (row, n) -> row.getString(1), id.value())
        .getFirst();
  }

  @Override
  public Optional<User> firstUser(PartnerId partner) {
    return jdbc
        .query(
            "select id, name, email, created_at from app_user where partner_id = ? order by"
                + " created_at, id limit 1",
            (row, n) ->
                new User(
                    new UserId(row.getString(1)),
                    partner,
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()),
            partner.value())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<UserRef> userById(PartnerId partner, String id) {
    return user("id = ?", partner, id);
  }

  @Override
  public Optional<UserRef> userByEmail(PartnerId partner, String email) {
    return user("lower(email) = lower(?)", partner, email);
  }

  private Optional<UserRef> user(String condition, PartnerId partner, String value) {
    return jdbc
        .query(
            "select id, name from app_user where partner_id = ? and " + condition + " limit 1",
            (row, n) -> new UserRef(row.getString(1), row.getString(2)),
            partner.value(),
            value)
        .stream()
        .findFirst();
  }
}
