package io.tierhub;

import io.tierhub.support.Api;
import io.tierhub.support.TestDatabase;
import io.tierhub.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A started server on a real PostgreSQL, one for all tests. Every test makes companies of its own,
 * so tests run side by side and never see each other's data.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "tierhub.embedded.ephemeral=true",
      // On a crowded machine everything is slow, which is no outage; OutageIT tries those.
      "tierhub.database.patience=30s",
      "tierhub.database.wait-when-busy=60s",
      "tierhub.demo=never",
      "management.server.port=0",
      // All tests come from one address; who says that it is a proxy's is counted by itself.
      "tierhub.pages.calls-per-minute=600",
      // Tests with random calls make as many as the machine can.
      "tierhub.tokens.calls-per-minute=1000000",
      "server.forward-headers-strategy=native",
      "server.address=127.0.0.1"
    })
@Import(TestDatabase.class)
public abstract class HttpTest {

  @LocalServerPort private int port;
  @Autowired private org.springframework.context.ApplicationContext context;
  @Autowired protected JdbcTemplate jdbc;

  /** The API without any token. */
  protected Api api() {
    return new Api("http://127.0.0.1:" + port + "/public/v1", null);
  }

  /** New companies, which nobody else knows. */
  protected World world() {
    return new World(context, api());
  }

  protected int port() {
    return port;
  }
}
