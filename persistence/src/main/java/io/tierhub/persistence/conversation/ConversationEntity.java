package io.tierhub.persistence.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code conversation}. */
@Entity
@Table(name = "conversation")
class ConversationEntity {

  @Id public String id;

  @Column(updatable = false)
  public String instanceId;

  @Column(updatable = false)
  public String topic;

  public String status;

  @Column(updatable = false)
  public String productId;

  @Column(updatable = false)
  public String vendorId;

  @Column(updatable = false)
  public String distributorId;

  @Column(updatable = false)
  public String environment;

  @Column(updatable = false)
  public Instant createdAt;

  @Column(updatable = false)
  public @Nullable String createdById;

  @Column(updatable = false)
  public @Nullable String createdByName;

  public Instant updatedAt;
  public @Nullable String updatedById;
  public @Nullable String updatedByName;
  @Version public long revision;
}
