package io.tierhub.persistence.conversation;

import io.tierhub.conversation.Conversation;
import io.tierhub.conversation.Message;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

/** Copies between the snapshots of conversations and messages and their rows. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
abstract class ConversationMapper {

  @Mapping(target = "instanceId", source = "instance")
  @Mapping(target = "productId", source = "sale.product")
  @Mapping(target = "vendorId", source = "sale.vendor")
  @Mapping(target = "distributorId", source = "sale.distributor")
  @Mapping(target = "environment", source = "sale.environment")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Conversation.Snapshot from, @MappingTarget ConversationEntity to);

  @Mapping(target = "instance", source = "instanceId")
  @Mapping(target = "sale.product", source = "productId")
  @Mapping(target = "sale.vendor", source = "vendorId")
  @Mapping(target = "sale.distributor", source = "distributorId")
  @Mapping(target = "sale.environment", source = "environment")
  @StampsFromColumns
  @BeanMapping(
      ignoreUnmappedSourceProperties = {
        "createdAt",
        "createdById",
        "createdByName",
        "updatedAt",
        "updatedById",
        "updatedByName"
      })
  abstract Conversation.Snapshot snapshot(ConversationEntity row);

  @Mapping(target = "conversationId", source = "conversation")
  @Mapping(target = "accountId", source = "account")
  @Mapping(target = "type", source = "wording.type")
  @Mapping(target = "text", source = "wording.text")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Message.Snapshot from, @MappingTarget MessageEntity to);

  @Mapping(target = "conversation", source = "conversationId")
  @Mapping(target = "account", source = "accountId")
  @Mapping(target = "wording.type", source = "type")
  @Mapping(target = "wording.text", source = "text")
  @StampsFromColumns
  @BeanMapping(
      ignoreUnmappedSourceProperties = {
        "createdAt",
        "createdById",
        "createdByName",
        "updatedAt",
        "updatedById",
        "updatedByName"
      })
  abstract Message.Snapshot snapshot(MessageEntity row);
}
