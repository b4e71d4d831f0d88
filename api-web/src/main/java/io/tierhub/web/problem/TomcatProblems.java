package io.tierhub.web.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts our error body in the place of Tomcat's pages. */
@Component
class TomcatProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private final ProblemWriter problems;

  TomcatProblems(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.getPipeline().addValve(new UnreadableCalls(problems));
        // It would make its own one beside ours, if ours were not named.
        host.setErrorReportValveClass(UnreadableCalls.class.getName());
      }
    });
  }
}
