package io.tierhub.web.security;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.problem.ProblemWriter;
import io.tierhub.web.rate.CallMemory;
import io.tierhub.web.rate.CallRate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The door of the calls that need a link's code and no token: nobody guesses by the thousand. */
class CodeDoor extends OncePerRequestFilter {

  private final CallRate rate;
  private final ProblemWriter problems;

  CodeDoor(CallRate rate, ProblemWriter problems) {
    this.rate = rate;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (!rate.permits(request, response)) {
        throw Refused.because(
            Refusal.TOO_MANY_CALLS, "There were too many calls from your network address.");
      }
      CallMemory.of(request).isOfAnybody();
    } catch (Refused refused) {
      problems.write(refused, request, response);
      return;
    }
    chain.doFilter(request, response);
  }
}
