package io.tierhub.web.security;

import io.tierhub.web.page.PageDoor;
import io.tierhub.web.page.Pages;
import io.tierhub.web.problem.BrowserHeaders;
import io.tierhub.web.problem.ProblemWriter;
import io.tierhub.web.rate.CallRate;
import io.tierhub.web.rate.TokenRate;
import io.tierhub.web.wire.CallerArgument;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors: the API needs a token, the description of the API and the error pages do not. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE - 20)
  SecurityFilterChain api(
      HttpSecurity http,
      List<Doorkeeper> doorkeepers,
      TokenRate rate,
      Origins origins,
      ProblemWriter problems) {
    return http.securityMatcher("/public/**")
        .csrf(AbstractHttpConfigurer::disable) // No cookies, so nothing to forge.
        .addFilter(origins.filter())
        // Who calls is told anew by every call, and known for as long as that takes.
        .securityContext(
            c -> c.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .headers(SecurityConfiguration::bare)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
        .addFilterBefore(
            new AuthorizationFilter(doorkeepers, rate, problems),
            UsernamePasswordAuthenticationFilter.class)
        .exceptionHandling(failed ->
            failed
                .authenticationEntryPoint((request, response, why) ->
                    problems.write(AuthorizationFilter.unauthorized(), request, response))
                .accessDeniedHandler((request, response, why) ->
                    problems.write(AuthorizationFilter.unauthorized(), request, response)))
        .build();
  }

  /**
   * What programs call with a link's code and no token; one that is sent is not looked at. Whether
   * the code opens anything is judged where it is used.
   */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE - 25)
  SecurityFilterChain linkedCalls(
      HttpSecurity http, CallRate rate, Origins origins, ProblemWriter problems) {
    return http.securityMatcher(new OrRequestMatcher(answersByCode(), formsAsJson()))
        .csrf(AbstractHttpConfigurer::disable) // No cookies, so nothing to forge.
        .addFilter(origins.filter())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
        .addFilterBefore(new CodeDoor(rate, problems), UsernamePasswordAuthenticationFilter.class)
        .headers(SecurityConfiguration::bare)
        .build();
  }

  private static RequestMatcher answersByCode() {
    PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    return new AndRequestMatcher(
        new OrRequestMatcher(
            path.matcher(HttpMethod.POST, "/public/v1/requests/{id}/pend"),
            path.matcher(HttpMethod.POST, "/public/v1/tier/config-requests/{id}/pend")),
        request -> CallerArgument.codeIn(request).isPresent());
  }

  private static RequestMatcher formsAsJson() {
    MediaTypeRequestMatcher json = new MediaTypeRequestMatcher(MediaType.APPLICATION_JSON);
    json.setIgnoredMediaTypes(Set.of(MediaType.ALL)); // Browsers, which mean the page.
    return new AndRequestMatcher(
        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/forms/{code}"), json);
  }

  /** Pages for whoever runs this server: a browser asks for the token's two halves. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE - 15)
  SecurityFilterChain opsPages(HttpSecurity http, ApiKeys keys) {
    return http.securityMatcher("/mailbox/**")
        .csrf(AbstractHttpConfigurer::disable) // There is nothing that could be done.
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
        .httpBasic(basic -> basic.realmName("TierHub: a token as user and password"))
        .authenticationManager(new TokenAsPassword(keys))
        .headers(SecurityConfiguration::closed)
        .build();
  }

  /** Of answers that are no pages. */
  private static void bare(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .defaultsDisabled()
        .httpStrictTransportSecurity(Customizer.withDefaults())
        .addHeaderWriter((request, response) -> BrowserHeaders.complete(response));
  }

  private static void closed(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp ->
            csp.policyDirectives(
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'"))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"));
  }

  /** The pages of people who have a link: their reader's only, and framed or followed by nobody. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE - 10)
  SecurityFilterChain linkedPages(HttpSecurity http, CallRate rate, Pages pages) {
    return http.securityMatcher("/forms/**", "/portal/**")
        .csrf(AbstractHttpConfigurer::disable) // No cookies, so nothing to forge; see PageDoor.
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
        .addFilterBefore(new PageDoor(rate, pages), UsernamePasswordAuthenticationFilter.class)
        .headers(SecurityConfiguration::closed)
        .build();
  }

  /**
   * What is no API: Swagger UI, the description, the pages about errors. Nothing of it is secret.
   */
  @Bean
  SecurityFilterChain openPages(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp ->
                    csp.policyDirectives(
                        "default-src 'self'; img-src 'self' data:; style-src 'self'"
                            + " 'unsafe-inline'; object-src 'none'; frame-ancestors 'none';"
                            + " base-uri 'self'; form-action 'self'"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /**
   * With Spring Security's own rules. What is plain ASCII, as headers are, fulfils them and is not
   * matched with their patterns each time that somebody asks for it.
   */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(
        name -> isPlain(name) || StrictHttpFirewall.ALLOWED_HEADER_NAMES.test(name));
    firewall.setAllowedHeaderValues(
        value -> isPlain(value) || StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value));
    return firewall;
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * A call is observed once, as a whole; to observe each filter costs as much as all of them do.
   */
  @Bean
  SecurityObservationSettings oneObservationOfACall() {
    return SecurityObservationSettings.noObservations();
  }

  /** There are no users with passwords; without this bean Spring Boot would make one up. */
  @Bean
  AuthenticationManager noPasswords() {
    return authentication -> {
      throw new org.springframework.security.authentication.AuthenticationServiceException(
          "no passwords here");
    };
  }
}
