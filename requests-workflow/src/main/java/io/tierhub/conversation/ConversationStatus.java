package io.tierhub.conversation;

/** Whether anybody can still say something. */
public enum ConversationStatus {
  /** Both sides can. */
  OPEN,
  /** Nobody can, for good; the steps of the request are noted all the same. */
  CLOSED
}
