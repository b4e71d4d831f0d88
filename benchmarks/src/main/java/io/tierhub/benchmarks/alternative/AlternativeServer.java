package io.tierhub.benchmarks.alternative;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.data.rest.webmvc.config.RepositoryRestMvcConfiguration;

/** Spring Data REST as its guide shows it, with what is nested fetched by one statement. */
@SpringBootConfiguration
@AutoConfigurationPackage
@ImportAutoConfiguration({
  DataJpaRepositoriesAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HibernateJpaAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  TaskExecutionAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
@Import(RepositoryRestMvcConfiguration.class)
public class AlternativeServer {

  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(AlternativeServer.class);
    application.setDefaultProperties(
        Map.of(
            "spring.config.name", "none",
            "spring.threads.virtual.enabled", "true",
            "spring.jpa.open-in-view", "false",
            "spring.jpa.hibernate.ddl-auto", "none",
            "spring.datasource.hikari.maximum-pool-size", "10"));
    application.run(arguments);
  }
}
