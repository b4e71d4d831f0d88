package io.tierhub.web.openapi;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** Short ways to the description: the page for people, the whole of it for programs. */
@Configuration(proxyBeanMethods = false)
class SwaggerUiPage implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/swagger-ui/index.html");
    registry.addViewController("/openapi.yaml").setViewName("forward:/openapi.yaml/all");
    registry.addViewController("/openapi").setViewName("forward:/openapi/all");
  }

  /**
   * Its scripts weigh 1.5 MB: browsers keep them, and ask each time whether they are still good.
   */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    WebContentInterceptor caching = new WebContentInterceptor();
    caching.addCacheMapping(
        CacheControl.noCache(), "/swagger-ui/*.js", "/swagger-ui/*.css", "/swagger-ui/*.png");
    registry.addInterceptor(caching).addPathPatterns("/swagger-ui/**");
  }
}
