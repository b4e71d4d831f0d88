package io.tierhub.persistence.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code conversation_message}; its position is the database's to give. */
@Entity
@Table(name = "conversation_message")
class MessageEntity {

  @Id public String id;

  @Column(updatable = false)
  public String conversationId;

  @Column(updatable = false)
  public String accountId;

  public String type;
  public String text;

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
