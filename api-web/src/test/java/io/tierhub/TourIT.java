package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.workflow.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The README's tour works as printed: it is run from the README, against the demo's data. */
@TestPropertySource(properties = {"tierhub.demo=auto", "tierhub.test.own-database=true"})
class TourIT extends HttpTest {

  private static final Path README = Path.of("../README.md");
  private static final Pattern BLOCK = Pattern.compile("```sh tour\n(.*?)```", Pattern.DOTALL);

  @Autowired private Installation installation;

  @Test
  void everyCommandOfTheTourWorks() throws Exception {
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    Matcher blocks = BLOCK.matcher(Files.readString(README));
    while (blocks.find()) {
      script.append(blocks.group(1));
    }
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-c", script.toString()).redirectErrorStream(true);
    bash.environment().put("TIERHUB_DATA", installation.home().toString());
    Process tour = bash.start();
    String told = new String(tour.getInputStream().readAllBytes());
    assertThat(tour.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(tour.exitValue()).as(told).isZero();
    assertThat(told)
        .contains("\"role\":\"distributor\"")
        .contains("\"name\":\"Helvetia Cloud AG\"")
        .contains("\"dry_run\":true")
        .contains("City changed from “Genève” to “Lausanne”.")
        .contains("\"status\":\"accepted\"")
        .contains("\"status\":\"approved\"")
        .contains("\"scopes\":[\"customer\"]")
        .contains("An order would wait until tier 2, Helvetia Cloud AG, and then tier 1")
        .contains("is asked for sales_region, support_phone.")
        .contains("\"kind\":\"tier_setup\"")
        .contains("\"name\":\"Default Tier 2 Activation Template\"")
        .contains("is asked for vat_number, technical_email.")
        .contains("Your reseller code is **TD-0043**.")
        .contains("/portal/TC-")
        .contains("It waits until tier 2 of Romandie Informatique SA")
        .contains("type: Use customer or reseller.")
        .contains("did you mean 'name'")
        .contains("\"specversion\":\"1.0\"");
  }
}
