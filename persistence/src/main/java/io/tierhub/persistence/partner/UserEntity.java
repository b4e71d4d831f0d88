package io.tierhub.persistence.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code app_user}. */
@Entity
@Table(name = "app_user")
class UserEntity {

  @Id public String id;
  public String partnerId;
  public String name;
  public String email;
  public Instant createdAt;
}
