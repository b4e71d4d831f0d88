package io.tierhub.web.audit;

import io.tierhub.audit.AuditChain;
import io.tierhub.audit.Verified;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command {@code --verify-audit}: looks at the database that the server is configured with, and
 * ends.
 */
public final class VerifyAuditCommand {

  private static final String OPTION = "--verify-audit";

  /** By its name, because the persistence is known at run time only. */
  private static final String NEEDED = "io.tierhub.persistence.audit.AuditChainConfiguration";

  private VerifyAuditCommand() {}

  public static boolean isAskedFor(String[] args) {
    return List.of(args).contains(OPTION);
  }

  /**
   * @return 0 if nothing was altered, 1 if something was, 2 if it could not be verified
   */
  public static int run(String[] args, PrintStream out) {
    SpringApplication application = new SpringApplication();
    application.setSources(Set.of(NEEDED));
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    try (ConfigurableApplicationContext context = application.run(args)) {
      Verified found = context.getBean(AuditChain.class).verify();
      out.printf(
          "%d entries in %d seals, %d not sealed yet, %d erased; head %s%n",
          found.entries(), found.seals(), found.unsealed(), found.erased(), found.head());
      found.faults().forEach(out::println);
      out.println(found.holds() ? "The audit is as it was written." : "The audit was altered.");
      return found.holds() ? 0 : 1;
    } catch (RuntimeException failure) {
      out.println("The audit could not be verified: " + failure.getMessage());
      return 2;
    }
  }
}
