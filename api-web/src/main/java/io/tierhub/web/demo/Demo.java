package io.tierhub.web.demo;

import io.tierhub.web.wire.PublicAddress;
import io.tierhub.workflow.Installation;
import io.tierhub.workflow.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Loads the demo on the first start of the server's own database, elsewhere only when asked, and
 * tells at every start how to begin. Never touches a database that somebody uses already.
 */
@Component
class Demo implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  /** When the demo is loaded ({@code tierhub.demo}). */
  enum When {
    /** Into a new database that the server started itself. */
    AUTO,
    /** Into any database that is new. */
    ALWAYS,
    NEVER
  }

  private final When when;
  private final Installation installation;
  private final UnitOfWork work;
  private final DemoData data;
  private final PublicAddress address;

  Demo(
      @Value("${tierhub.demo:auto}") When when,
      Installation installation,
      UnitOfWork work,
      DemoData data,
      PublicAddress address) {
    this.when = when;
    this.installation = installation;
    this.work = work;
    this.data = data;
    this.address = address;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    DemoEnvironmentFile file = new DemoEnvironmentFile(installation.home());
    boolean wanted = when == When.ALWAYS || (when == When.AUTO && installation.hasOwnDatabase());
    if (wanted && installation.isNew()) {
      // The file first, then the commit: tokens that nobody remembers would be of no use.
      work.perform(() -> {
        DemoData.Loaded loaded = data.load();
        file.write(loaded.variables(), address.api());
        return loaded;
      });
    } else if (wanted && file.exists()) {
      file.write(file.variables(), address.api()); // The port may be another one.
    }
    LOG.info(welcome(file, wanted && file.exists()));
  }

  private String welcome(DemoEnvironmentFile file, boolean demo) {
    StringBuilder text = new StringBuilder("TierHub is up.\n\n");
    text.append("  Swagger UI   ").append(address.url()).append("/\n");
    text.append("  API          ").append(address.api()).append('\n');
    text.append("  Mailbox      ").append(address.url()).append("/mailbox\n");
    text.append("  Database     ").append(installation.whereTheDataIs()).append('\n');
    if (!demo) {
      return text.toString();
    }
    Map<String, String> tokens = file.tokens();
    text.append("\n  Demo tokens, for the Authorization header; also in ")
        .append(file.path())
        .append(":\n");
    tokens.forEach((name, token) -> text.append("  %-8s %s%n".formatted(name, token)));
    text.append("\n  Try:\n    . ").append(file.path()).append('\n');
    for (String path : calls(file)) {
      text.append("    curl -s ").append(path).append('\n');
    }
    return text.toString();
  }

  private static List<String> calls(DemoEnvironmentFile file) {
    List<String> calls = new ArrayList<>();
    calls.add("\"$TIERHUB/tier/accounts?type=reseller&limit=3\" -H \"Authorization: $ALPINE\"");
    calls.add("\"$TIERHUB/tier/account-requests?status=pending\" -H \"Authorization: $NIMBUS\"");
    calls.add("\"$TIERHUB/feed?after=0\" -H \"Authorization: $OPS\"");
    if (file.variables().containsKey(DemoEnvironmentFile.PARKED)) {
      calls.add("\"$TIERHUB/requests/$PARKED/explain\" -H \"Authorization: $OPS\"");
    }
    return calls;
  }
}
