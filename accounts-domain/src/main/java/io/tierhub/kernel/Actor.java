package io.tierhub.kernel;

/**
 * Who acts, for whom, where, and in which trace. An argument of every use case and every read: no
 * thread-local decides what somebody may see.
 *
 * @param account the partner the token is bound to; decides what is visible
 * @param environment the only environment the token works in
 * @param user the user or service user shown as {@code by} in event stamps
 * @param trace 32 hex digits, W3C trace id of the call
 */
public record Actor(PartnerId account, Environment environment, UserRef user, String trace) {

  /**
   * Who calls, for what is counted per caller: the token. What a token of an issuer names may be of
   * several accounts and environments, and is a caller in each.
   */
  public String caller() {
    return user.id() + ' ' + account.value() + ' ' + environment.wire();
  }

  public Role role() {
    return account.role();
  }

  public boolean is(PartnerId other) {
    return account.equals(other);
  }
}
