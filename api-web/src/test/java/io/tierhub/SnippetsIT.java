package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs that are shown in docs/integration.md run as they stand there. */
class SnippetsIT extends HttpTest {

  private static final Path PAGE = Path.of("..", "docs", "integration.md");
  private static final Pattern FENCE = Pattern.compile("(?s)```(\\w+)\n(.*?)```");
  private static final Duration SOON = Duration.ofMinutes(2);

  private Path folder;

  /** Not one that is deleted: what a program began in its last moment may still write into it. */
  @BeforeEach
  void aFolderForTheProgram() throws IOException {
    Path all = Files.createDirectories(Path.of("target", "snippets"));
    folder = Files.createTempDirectory(all, "program");
  }

  private static List<String> shown(String language) throws IOException {
    List<String> all = new ArrayList<>();
    Matcher fence = FENCE.matcher(Files.readString(PAGE));
    while (fence.find()) {
      if (fence.group(1).equals(language)) {
        all.add(fence.group(2));
      }
    }
    return all;
  }

  private Process start(Company company, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("TIERHUB", company.api().base());
    builder.environment().put("TOKEN", company.api().authorization());
    return builder.start();
  }

  private static String program(String name) {
    if (name.equals("java")) {
      return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, name)));
    assumeTrue(there, "there is no " + name + " here");
    return name;
  }

  @ParameterizedTest
  @CsvSource({
    "sh, sh, follow.sh",
    "python, python3, follow.py",
    "java, java, Follow.java",
    "javascript, node, listen.mjs"
  })
  void followTheFeed(String language, String program, String file) throws Exception {
    Files.writeString(folder.resolve(file), shown(language).getFirst());
    Company distributor = world().distributor();
    Process running = start(distributor, List.of(program(program), file));
    try {
      List<String> told = new ArrayList<>();
      await()
          .atMost(SOON)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> {
            told.add(World.reseller(distributor, "Told", null));
            String printed = Files.readString(folder.resolve("out"));
            assertThat(printed)
                .as("what %s printed, of which is alive: %s", file, running.isAlive())
                .containsAnyOf(told.toArray(String[]::new));
          });
    } finally {
      List<ProcessHandle> children = running.descendants().toList();
      running.destroyForcibly().waitFor();
      children.forEach(ProcessHandle::destroyForcibly);
      children.forEach(child -> child.onExit().join());
    }
  }

  @Test
  void claim() throws Exception {
    World world = world();
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    String product = world.soldProduct(vendor, false, distributor, world.hub(distributor));
    String customer =
        World.customer(distributor, "Customer", World.reseller(distributor, "Reseller", null));
    String order = World.order(distributor, product, customer);
    Files.writeString(folder.resolve("claim.sh"), shown("sh").get(1));
    Process running = start(vendor, List.of(program("sh"), "claim.sh"));
    assertThat(running.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("out"))).contains(order, "\"lease\"");
  }
}
