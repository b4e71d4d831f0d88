package io.tierhub.persistence.partner;

import io.tierhub.partner.Partner;
import io.tierhub.partner.Partners;
import io.tierhub.partner.User;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

/** Partners and users through JPA. */
@Repository
class JpaPartners implements Partners {

  private final EntityManager entities;
  private final PartnerMapper mapper;

  JpaPartners(EntityManager entities, PartnerMapper mapper) {
    this.entities = entities;
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
}
