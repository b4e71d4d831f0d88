package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Programs written for Connect work by changing one URL: its own JavaScript SDK does. */
class SdkInteropIT extends HttpTest {

  private static final Logger LOG = LoggerFactory.getLogger(SdkInteropIT.class);
  private static final String NOT_TRIED = "node and npm are missing: the SDK was not tried";
  private static final Path SCRIPTS = Path.of("src/test/interop");

  @TempDir Path folder;

  @Test
  void theUnmodifiedSdkWorks() throws Exception {
    if (System.getenv("CI") == null && !isThere("npm")) {
      // Maven counts what is skipped, but does not say why.
      LOG.warn(NOT_TRIED);
      abort(NOT_TRIED);
    }
    for (String file : List.of("package.json", "interop.js")) {
      Files.copy(SCRIPTS.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(run(Map.of(), "npm", "install", "--no-audit", "--no-fund", "--no-package-lock"))
        .as("npm install")
        .doesNotContain("npm error");

    World world = world();
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    String hub = world.hub(distributor);
    distributor
        .api()
        .post(
            "/marketplaces",
            "{\"name\": \"Nordics\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}".formatted(hub))
        .expect(201);
    String product = world.soldProduct(vendor, true, distributor, hub);
    String askingProduct = world.soldProduct(vendor, false, distributor, hub);
    World.requires(vendor, askingProduct, "asset", "ordering", "domain");
    World.requires(vendor, askingProduct, "asset", "fulfillment", "tenant");
    String tierProduct = world.tierProduct(vendor, 1, distributor, hub);
    World.requires(vendor, tierProduct, "tier1", "ordering", "region");
    World.requires(vendor, tierProduct, "tier1", "fulfillment", "partner_id");
    String told =
        run(
            Map.of(
                "TIERHUB", api().base(),
                "DISTRIBUTOR", distributor.header(),
                "VENDOR", vendor.header(),
                "HUB", hub,
                "PRODUCT", product,
                "ASKING_PRODUCT", askingProduct,
                "TIER_PRODUCT", tierProduct),
            "node",
            "interop.js");
    assertThat(told).contains("sdk: 21 passed, 0 failed");
  }

  private String run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    process.environment().putAll(environment);
    Process running = process.start();
    String told = new String(running.getInputStream().readAllBytes());
    assertThat(running.waitFor(120, TimeUnit.SECONDS)).as(told).isTrue();
    return told;
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
