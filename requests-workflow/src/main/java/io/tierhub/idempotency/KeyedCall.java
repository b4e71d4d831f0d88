package io.tierhub.idempotency;

/**
 * A call that its caller may repeat, and wants done once.
 *
 * @param caller who calls, so that nobody meets the keys of somebody else
 * @param key as the caller chose it
 * @param fingerprint of all that was sent: a key is for one call and not for another
 * @param trace of this call
 */
public record KeyedCall(String caller, String key, byte[] fingerprint, String trace) {}
