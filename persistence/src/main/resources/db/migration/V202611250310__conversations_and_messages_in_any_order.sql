-- Hibernate writes rows of one kind together and knows of no reference between the two: in a
-- transaction that notes steps of several requests, a message can come before its conversation.

alter table conversation_message
  alter constraint conversation_message_conversation_fk deferrable initially deferred;
