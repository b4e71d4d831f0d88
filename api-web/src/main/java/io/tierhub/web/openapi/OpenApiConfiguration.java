package io.tierhub.web.openapi;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Users.User;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Caller;
import io.tierhub.web.wire.ListQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says of the API as a whole, and on which pages. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String[] API = {"/public/**", "/forms/**"};
  private static final String API_KEY = "ApiKey";
  private static final String BEARER = "Bearer";

  static {
    // What the argument resolvers hand in is no parameter of the call.
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Actor.class, Caller.class, Body.class, ListQuery.class);
  }

  @Bean
  OpenAPI description(@Value("${tierhub.jwt.issuer:}") String issuer) {
    OpenAPI api =
        new OpenAPI()
            .info(new Info().title("TierHub").version("1").description(Introduction.TEXT))
            // Relative, so that Swagger UI calls whatever host it was loaded from.
            .addServersItem(new Server().url("/"))
            .components(new Components().addSecuritySchemes(API_KEY, apiKey()))
            .security(tokens(issuer));
    if (!issuer.isEmpty()) {
      api.getComponents().addSecuritySchemes(BEARER, jwt(issuer));
    }
    return api;
  }

  /** The kinds of tokens that are taken. */
  static List<SecurityRequirement> tokens(String issuer) {
    SecurityRequirement apiKey = new SecurityRequirement().addList(API_KEY);
    return issuer.isEmpty()
        ? List.of(apiKey)
        : List.of(apiKey, new SecurityRequirement().addList(BEARER));
  }

  private static SecurityScheme jwt(String issuer) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .bearerFormat("JWT")
        .description("A token of " + issuer + ".");
  }

  private static SecurityScheme apiKey() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name("Authorization")
        .description(
            "The token as it was shown when it was made: `ApiKey SU-…:secret`, with or without the"
                + " word `ApiKey`.");
  }

  @Bean
  GroupedOpenApi portal() {
    return pageOf(User.PORTAL, "Portal");
  }

  @Bean
  GroupedOpenApi vendor() {
    return pageOf(User.VENDOR, "Vendor");
  }

  @Bean
  GroupedOpenApi ops() {
    return pageOf(User.OPS, "Ops");
  }

  @Bean
  GroupedOpenApi everything() {
    return GroupedOpenApi.builder()
        .group("all")
        .displayName("Everything")
        .pathsToMatch(API)
        .build();
  }

  private static GroupedOpenApi pageOf(User user, String title) {
    return GroupedOpenApi.builder()
        .group(title.toLowerCase(Locale.ROOT))
        .displayName(title)
        .pathsToMatch(API)
        .addOpenApiMethodFilter(method -> Arrays.asList(Users.Of.method(method)).contains(user))
        .build();
  }

  /** Whole lines, so that a change of one word is a difference of one line. */
  @Bean
  SmartInitializingSingleton yamlInWholeLines(ObjectMapperProvider mappers) {
    return () -> ((YAMLFactory) mappers.yamlMapper().getFactory()).disable(Feature.SPLIT_LINES);
  }

  @Bean
  WireModelResolver wireModelResolver() {
    return new WireModelResolver();
  }
}
