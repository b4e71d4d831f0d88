package io.tierhub.persistence.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.ApiToken;
import io.tierhub.partner.ApiTokenId;
import io.tierhub.partner.ApiTokenStatus;
import io.tierhub.partner.ApiTokens;
import io.tierhub.persistence.Rows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tokens through JPA. */
@Repository
class JpaApiTokens implements ApiTokens {

  private final EntityManager entities;
  private final ApiTokenMapper mapper;

  JpaApiTokens(EntityManager entities, ApiTokenMapper mapper) {
    this.entities = entities;
    this.mapper = mapper;
  }

  @Override
  public void add(ApiToken token) {
    ApiTokenEntity row = new ApiTokenEntity();
    mapper.copy(token.snapshot(), row);
    entities.persist(row);
    entities.flush();
  }

  @Override
  public Optional<ApiToken> lock(Actor actor, ApiTokenId id) {
    return Optional.ofNullable(
            Rows.find(entities, ApiTokenEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(mapper::snapshot)
        .filter(kept -> actor.is(kept.owner()))
        .filter(kept -> kept.environment() == actor.environment())
        .filter(kept -> kept.status() != ApiTokenStatus.DELETED)
        .map(ApiToken::restore);
  }

  @Override
  public void save(ApiToken token) {
    ApiTokenEntity row = Rows.find(entities, ApiTokenEntity.class, token.id());
    if (row == null || row.revision != token.snapshot().revision()) {
      throw Rows.changed(token.id());
    }
    mapper.copy(token.snapshot(), row);
  }
}
