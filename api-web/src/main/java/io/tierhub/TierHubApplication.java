package io.tierhub;

import io.tierhub.web.audit.VerifyAuditCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. Lives in the root package so that all five modules are scanned. */
@SpringBootApplication
public class TierHubApplication {

  public static void main(String[] args) {
    if (VerifyAuditCommand.isAskedFor(args)) {
      System.exit(VerifyAuditCommand.run(args, System.out));
    }
    SpringApplication.run(TierHubApplication.class, args);
  }
}
