package io.tierhub.web.problem;

import io.tierhub.web.rate.CallMemory;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Bounds what calls hold, and puts our error body in the place of Tomcat's pages. */
@Component
class TomcatProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private final ProblemWriter problems;
  private final CallMemory memory;

  TomcatProblems(ProblemWriter problems, CallMemory memory) {
    this.problems = problems;
    this.memory = memory;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.getPipeline().addValve(new CallsUnderWay(memory, problems));
        host.getPipeline().addValve(new UnreadableCalls(problems));
        // It would make its own one beside ours, if ours were not named.
        host.setErrorReportValveClass(UnreadableCalls.class.getName());
      }
    });
  }
}
