package io.tierhub.web.security;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.problem.ProblemWriter;
import io.tierhub.web.wire.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes {@code Authorization: ApiKey SU-…:secret} and says who calls. */
class ApiKeyFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFilter.class);
  private static final String SCHEME = "ApiKey ";

  private final ApiKeys keys;
  private final ProblemWriter problems;

  ApiKeyFilter(ApiKeys keys, ProblemWriter problems) {
    this.keys = keys;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      Optional<Actor> actor;
      try {
        actor = keys.judge(header.substring(SCHEME.length()).strip(), Trace.idOf(request));
      } catch (DataAccessException away) {
        LOG.warn("database not available: {}", away.getMessage());
        problems.write(
            Refused.because(Refusal.UNAVAILABLE, "The database is not available. Try again."),
            request,
            response);
        return;
      }
      if (actor.isEmpty()) {
        problems.write(unauthorized(), request, response);
        return;
      }
      authenticate(actor.get());
    }
    chain.doFilter(request, response);
  }

  static Refused unauthorized() {
    // Connect's own words (wire-format §1.2).
    return Refused.because(Refusal.UNAUTHENTICATED, "API request is unauthorized.");
  }

  static void authenticate(Actor actor) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            actor, null, List.of(new SimpleGrantedAuthority("ROLE_" + actor.role()))));
    SecurityContextHolder.setContext(context);
  }
}
