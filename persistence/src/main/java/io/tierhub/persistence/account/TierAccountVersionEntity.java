package io.tierhub.persistence.account;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tier_account_version}: what the account was during one span of time. */
@Entity
@Table(name = "tier_account_version")
class TierAccountVersionEntity {

  @EmbeddedId public Key key;

  public Instant validFrom;
  public String type;
  public String name;
  public @Nullable String externalId;
  public String externalUid;
  public @Nullable String taxId;
  public @Nullable String parentId;
  public @Nullable String parentName;
  public @Nullable String parentExternalId;
  public String contactInfo;
  public @Nullable String changedById;
  public @Nullable String changedByName;

  @Embeddable
  record Key(String accountId, int number) implements Serializable {}
}
