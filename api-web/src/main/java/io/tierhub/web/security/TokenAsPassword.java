package io.tierhub.web.security;

import io.tierhub.web.wire.Trace;
import java.util.List;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Takes an API token whose id is given as the user and whose secret as the password. */
record TokenAsPassword(ApiKeys keys) implements AuthenticationManager {

  @Override
  public Authentication authenticate(Authentication given) {
    return keys.judge(given.getName() + ":" + given.getCredentials(), Trace.fresh())
        .map(actor ->
            UsernamePasswordAuthenticationToken.authenticated(
                actor, null, List.of(new SimpleGrantedAuthority("ROLE_" + actor.role()))))
        .orElseThrow(() -> new BadCredentialsException("no such token"));
  }
}
