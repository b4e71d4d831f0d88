package io.tierhub.idempotency;

import java.util.Map;

/**
 * What a call was answered, without what is secret.
 *
 * @param headers that belong to the answer itself and not to the connection or the call
 */
public record KeptAnswer(int status, Map<String, String> headers, byte[] body) {}
