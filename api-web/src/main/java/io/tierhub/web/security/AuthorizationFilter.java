package io.tierhub.web.security;

import io.tierhub.audit.Cause;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.OnBehalf;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.problem.DatabaseAway;
import io.tierhub.web.problem.ProblemWriter;
import io.tierhub.web.rate.CallMemory;
import io.tierhub.web.rate.TokenRate;
import io.tierhub.web.wire.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the {@code Authorization} header to the doorkeeper it is for, says who calls and on whose
 * behalf all that follows is done, and lets nobody call too often or too much at once.
 */
class AuthorizationFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(AuthorizationFilter.class);

  private final List<Doorkeeper> doorkeepers;
  private final TokenRate rate;
  private final ProblemWriter problems;

  AuthorizationFilter(List<Doorkeeper> doorkeepers, TokenRate rate, ProblemWriter problems) {
    this.doorkeepers = List.copyOf(doorkeepers);
    this.rate = rate;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = withScheme(request.getHeader(HttpHeaders.AUTHORIZATION));
    Optional<Doorkeeper> doorkeeper =
        header == null
            ? Optional.empty()
            : doorkeepers.stream().filter(d -> isFor(d, header)).findFirst();
    if (header == null || doorkeeper.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Actor actor;
    try {
      String credentials = header.substring(doorkeeper.get().scheme().length()).strip();
      actor =
          doorkeeper
              .get()
              .judge(credentials, Trace.idOf(request))
              .orElseThrow(AuthorizationFilter::unauthorized);
      rate.count(actor, response);
      CallMemory.of(request).isOf(actor);
    } catch (DataAccessException failure) {
      if (!DatabaseAway.causedBy(failure)) {
        throw failure;
      }
      LOG.warn("database not available: {}", failure.getMessage());
      problems.write(DatabaseAway.whileReading(), request, response);
      return;
    } catch (Refused refused) {
      problems.write(refused, request, response);
      return;
    }
    authenticate(actor, doorkeeper.get().token());
    Standing.note(request, doorkeeper.get(), header, actor);
    try {
      OnBehalf.of(
          actor,
          () -> {
            chain.doFilter(request, response);
            return null;
          });
    } catch (ServletException | IOException | RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isFor(Doorkeeper doorkeeper, String header) {
    String scheme = doorkeeper.scheme();
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  /** A key alone is taken for what it is: people copy it so from where they keep it. */
  private static @Nullable String withScheme(@Nullable String header) {
    return header != null && header.startsWith("SU-") ? "ApiKey " + header : header;
  }

  static Refused unauthorized() {
    // Connect's own words (wire-format §1.2).
    return Refused.because(Refusal.UNAUTHENTICATED, "API request is unauthorized.");
  }

  private static void authenticate(Actor actor, Cause.Token token) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    UsernamePasswordAuthenticationToken caller =
        UsernamePasswordAuthenticationToken.authenticated(
            actor, null, List.of(new SimpleGrantedAuthority("ROLE_" + actor.role())));
    // For the audit only: what the caller may do rests on the actor.
    caller.setDetails(token);
    context.setAuthentication(caller);
    SecurityContextHolder.setContext(context);
  }
}
