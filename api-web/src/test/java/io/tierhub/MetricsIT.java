package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tierhub.support.Api;
import io.tierhub.support.Statements;
import io.tierhub.support.World;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What Prometheus scrapes, and what is made of it in docs/ops. */
@Isolated("it hears the statements of everybody")
class MetricsIT extends TierTest {

  private static final Path OPS = Path.of("..", "docs", "ops");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Words of PromQL that are no metrics. */
  private static final Set<String> WORDS =
      Set.of(
          "sum", "max", "min", "avg", "rate", "increase", "by", "without", "and", "or", "unless");

  private static final Duration MEASURED_WITHIN = Duration.ofMinutes(2);

  @LocalManagementPort private int managementPort;

  private String scraped() {
    return new Api("http://127.0.0.1:" + managementPort, null)
        .get("/actuator/prometheus")
        .expect(200)
        .text();
  }

  private Set<String> metrics() {
    Set<String> there = new TreeSet<>();
    scraped()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> there.add(line.split("[{ ]", 2)[0]));
    return there;
  }

  private static Set<String> metricsIn(String expression) {
    Set<String> names = new TreeSet<>();
    Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*")
        .matcher(
            expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^\\]]*]", "")
                .replaceAll("\\b(by|without)\\s*\\([^)]*\\)", ""))
        .results()
        .forEach(found -> names.add(found.group()));
    names.removeAll(WORDS);
    assertThat(names).as(expression).isNotEmpty();
    // Prometheus' own: whether it could scrape.
    names.remove("up");
    return names;
  }

  private static List<String> rules() throws IOException {
    JsonNode file = YAML.readTree(Files.readString(OPS.resolve("alerts.yaml")));
    return stream(file.path("groups"))
        .flatMap(group -> stream(group.path("rules")))
        .map(rule -> {
          assertThat(rule.path("alert").asText()).isNotBlank();
          assertThat(rule.path("labels").path("severity").asText()).isIn("page", "ticket");
          assertThat(rule.path("annotations").path("summary").asText()).isNotBlank();
          assertThat(rule.path("annotations").path("description").asText()).isNotBlank();
          assertThat(rule.path("for").asText()).matches("\\d+[mh]");
          return rule.path("expr").asText();
        })
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static List<String> panels() throws IOException {
    JsonNode dashboard = YAML.readTree(Files.readString(OPS.resolve("grafana.json")));
    return stream(dashboard.path("panels"))
        .flatMap(panel -> stream(panel.path("targets")))
        .map(target -> target.path("expr").asText())
        .toList();
  }

  @Test
  void everyMetricThatARuleOrADashboardNamesIsThere() throws IOException {
    orderOf(customer);
    failingWebhook(distributor);
    assertThat(rules()).hasSizeGreaterThan(5);
    assertThat(panels()).hasSizeGreaterThan(10);
    List<String> expressions = Stream.concat(rules().stream(), panels().stream()).toList();
    await()
        .atMost(MEASURED_WITHIN)
        .untilAsserted(() -> {
          Set<String> there = metrics();
          for (String expression : expressions) {
            assertThat(there).as(expression).containsAll(metricsIn(expression));
          }
        });
  }

  @Test
  void prometheusReadsTheRules() throws Exception {
    Path promtool = tool();
    assumeTrue(promtool != null, "there is no promtool here");
    Process check =
        new ProcessBuilder(
                promtool.toString(), "check", "rules", OPS.resolve("alerts.yaml").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).as(said).isZero();
  }

  private static Path tool() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "promtool"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  @Test
  void manyScrapesAreOneStatement() {
    try (Statements statements = new Statements()) {
      for (int i = 0; i < 5; i++) {
        scraped();
      }
      assertThat(statements.beginning("with open")).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void figuresAreThoseOfTheQueues() {
    String plain = world.soldProduct(vendor, false, distributor, hub);
    World.order(distributor, plain, customer);
    World.order(distributor, plain, customer);
    vendor.api().post("/requests/claim?limit=1", "{}").expect(200);
    String labels =
        "{environment=\"production\",kind=\"fulfillment\",product=\"%s\",status=\"pending\",vendor=\"%s\",waits_for=\"vendor\"} "
            .formatted(plain, vendor.id());
    await()
        .atMost(MEASURED_WITHIN)
        .untilAsserted(() ->
            assertThat(scraped().lines())
                .contains(
                    "tierhub_queue_requests" + labels + "2.0",
                    "tierhub_queue_claimed" + labels + "1.0",
                    "tierhub_backlog_measured 1.0"));
  }
}
