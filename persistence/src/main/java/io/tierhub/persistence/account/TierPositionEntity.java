package io.tierhub.persistence.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code tier_position}; moved in bulk, so it is only ever inserted through JPA. */
@Entity
@Table(name = "tier_position")
class TierPositionEntity {

  @Id public String accountId;

  public String path;

  TierPositionEntity() {}

  TierPositionEntity(String accountId, String path) {
    this.accountId = accountId;
    this.path = path;
  }
}
