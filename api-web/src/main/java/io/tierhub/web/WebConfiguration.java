package io.tierhub.web;

import io.tierhub.web.wire.ActorArgument;
import io.tierhub.web.wire.AsOfGuard;
import io.tierhub.web.wire.BodyArgument;
import io.tierhub.web.wire.CallerArgument;
import io.tierhub.web.wire.DryRunGuard;
import io.tierhub.web.wire.KeyedCalls;
import io.tierhub.web.wire.ListQueryArgument;
import io.tierhub.web.wire.Reason;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the endpoints share. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final List<HandlerMethodArgumentResolver> arguments;

  WebConfiguration(
      ActorArgument actor, CallerArgument caller, BodyArgument body, ListQueryArgument query) {
    this.arguments = List.of(actor, caller, body, query);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.addAll(arguments);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new DryRunGuard()).addPathPatterns("/public/**");
    registry.addInterceptor(new AsOfGuard()).addPathPatterns("/public/**");
    registry.addInterceptor(new KeyedCalls()).addPathPatterns("/public/**");
    registry.addInterceptor(new Reason()).addPathPatterns("/public/**");
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(new MomentConverter());
  }

  /** Thousands of connections only listen, and what they are told is read by others. */
  @Bean
  TomcatConnectorCustomizer smallReadBuffers() {
    return connector -> connector.setProperty("socket.appReadBufSize", "2048");
  }

  @Bean
  WebMvcRegistrations routes() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new PrefixedRoutes();
      }
    };
  }

  /**
   * Clients of Connect end paths with a slash or without; a redirect would lose their body
   * (wire-format §1).
   */
  @Bean
  FilterRegistrationBean<Filter> trailingSlash() {
    UrlHandlerFilter filter =
        UrlHandlerFilter.trailingSlashHandler("/public/**").wrapRequest().build();
    Filter whereThereIsOne =
        (request, response, chain) -> {
          if (((HttpServletRequest) request).getRequestURI().endsWith("/")) {
            filter.doFilter(request, response, chain);
          } else {
            chain.doFilter(request, response);
          }
        };
    FilterRegistrationBean<Filter> bean = new FilterRegistrationBean<>(whereThereIsOne);
    bean.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return bean;
  }
}
