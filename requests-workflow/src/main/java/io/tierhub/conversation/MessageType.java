package io.tierhub.conversation;

/** For whom a message is, and what it tells of. */
public enum MessageType {
  /** For everybody who sees the conversation. */
  MESSAGE,
  /** Tells that something changed; a record, so it is never edited. */
  STATE_CHANGE,
  /** For the account that posted it; nobody else sees it, not even ops. */
  PRIVATE
}
