package io.tierhub.support;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.tierhub.TierHubApplication;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.embedded.EmbeddedDatabase;
import io.tierhub.support.World.Company;
import io.tierhub.web.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server in a JVM of its own, with its embedded PostgreSQL in a given folder: for what
 * only a process can do, which is to be killed or asked to stop. It ends when this JVM does.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  /** They start in turns: many at once take so long, all of them, that each seems not to start. */
  private static final Semaphore STARTING = new Semaphore(2, true);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ASK_LIMIT = Duration.ofSeconds(60);
  private static final String READY = "READY ";
  private static final String REPLY = "REPLY ";

  private final Process process;
  private final Path dataFolder;
  private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
  private final BlockingQueue<JsonNode> replies = new LinkedBlockingQueue<>();

  private ServerProcess(Process process, Path dataFolder) {
    this.process = process;
    this.dataFolder = dataFolder;
    Thread.ofVirtual().start(this::read);
  }

  /**
   * Returns when it serves.
   *
   * @param settings of the application, such as {@code spring.main.banner-mode=off}
   */
  public static ServerProcess start(Path dataFolder, String... settings) {
    return startIn("512m", dataFolder, settings);
  }

  /** The same in a heap of that size. */
  public static ServerProcess startIn(String heap, Path dataFolder, String... settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--tierhub.demo=never",
                // Few tokens make as many calls as the machine can.
                "--tierhub.tokens.calls-per-minute=1000000",
                "--tierhub.embedded.data-dir=" + dataFolder));
    for (String setting : settings) {
      command.add("--" + setting);
    }
    STARTING.acquireUninterruptibly();
    ServerProcess server = null;
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      // What the developer's shell sets for a server of their own is not for this one.
      builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
      server = new ServerProcess(builder.start(), dataFolder);
      server.ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (java.util.concurrent.ExecutionException | TimeoutException failure) {
      String said = server == null ? "" : String.join("\n", server.output);
      throw new AssertionError("the server did not start: " + said, failure);
    } finally {
      STARTING.release();
      if (server != null && !server.ready.isDone()) {
        server.process.destroyForcibly();
      }
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (line.startsWith(READY)) {
          ready.complete(JSON.readTree(line.substring(READY.length())));
        } else if (line.startsWith(REPLY)) {
          replies.add(JSON.readTree(line.substring(REPLY.length())));
        } else {
          output.add(line);
        }
      }
    } catch (IOException ended) {
      output.add("(" + ended.getMessage() + ")");
    }
    ready.completeExceptionally(new IllegalStateException(String.join("\n", output)));
  }

  /** Another copy of the server, on the database of this one. */
  public ServerProcess copy(Path itsFolder) {
    return start(itsFolder, databaseSettings().toArray(String[]::new));
  }

  /** The API without any token. */
  public Api api() {
    return new Api(ready.join().path("api").asString(), null);
  }

  /** A company that this start of the server made; it acts over HTTP only. */
  public Company company(String name) {
    JsonNode made = ready.join().path(name);
    String header = made.path("header").asString();
    return new Company(api().as(header), made.path("id").asString(), header, null);
  }

  /** A new company, with a token of each environment. */
  public Map<Environment, Company> company(Role role) {
    JsonNode made = ask("company " + role);
    return Stream.of(Environment.PRODUCTION, Environment.TEST)
        .collect(
            Collectors.toMap(
                environment -> environment,
                environment -> {
                  String header = made.path(environment.name()).asString();
                  return new Company(api().as(header), made.path("id").asString(), header, null);
                }));
  }

  /** Sets its clock forward, or back. */
  public void moveClock(Duration by) {
    ask("clock " + by);
  }

  /** Has it look now for jobs that are due. */
  public void lookForJobs() {
    ask("jobs");
  }

  private synchronized JsonNode ask(String order) {
    try {
      process.outputWriter(StandardCharsets.UTF_8).append(order).append('\n').flush();
      JsonNode reply = replies.poll(ASK_LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (reply == null) {
        throw new AssertionError(order + " was not done: " + String.join("\n", output));
      }
      return reply;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Two products that the distributor can order; the first one wants to hear of changes. */
  public List<String> products() {
    return ready.join().path("products").valueStream().map(JsonNode::asString).toList();
  }

  /** Asks its database beside it. */
  public JdbcTemplate jdbc() {
    return new JdbcTemplate(
        new DriverManagerDataSource(ready.join().path("jdbc").asString(), "tierhub", password()));
  }

  private String password() {
    try {
      return Files.readString(dataFolder.resolve("password")).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Of the PostgreSQL that it started first. */
  public long postgresPid() {
    return ready.join().path("postgres").asLong();
  }

  /** Of the PostgreSQL that it has now; another one after each restart of it. */
  public long postgresPidNow() {
    return ask("postgres").asLong();
  }

  /** What another copy needs to use its database. */
  public List<String> databaseSettings() {
    return List.of(
        "spring.datasource.url=" + ready.join().path("jdbc").asString(),
        "spring.datasource.username=tierhub",
        "spring.datasource.password=" + password());
  }

  /** What it wrote to its console. */
  public List<String> output() {
    return List.copyOf(output);
  }

  /** As kill -9 does. */
  public void kill() {
    process.destroyForcibly();
  }

  /** As kill does, politely; by its handle, because the process itself would close its output. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** The exit code of a server that is to end. */
  public int awaitExit() {
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + String.join("\n", output));
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    terminate();
    awaitExit();
  }

  /** In the other JVM. */
  public static void main(String[] arguments) throws IOException {
    ConfigurableApplicationContext context =
        SpringApplication.run(TierHubApplication.class, arguments);
    Optional<EmbeddedDatabase> database =
        context.getBeanProvider(EmbeddedDatabase.class).stream().findFirst();
    String base =
        "http://127.0.0.1:"
            + context.getEnvironment().getProperty("local.server.port")
            + "/public/v1";
    World world = new World(context, new Api(base, null));
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    Company ops = world.ops();
    String hub = world.hub(distributor);
    List<String> products = List.of(world.product(vendor, true), world.product(vendor, false));
    products.forEach(product -> world.connection(product, vendor, distributor, hub));
    IO.println(
        READY
            + JSON.writeValueAsString(
                Map.of(
                    "api",
                    base,
                    "jdbc",
                    database.map(EmbeddedDatabase::jdbcUrl).orElse(""),
                    "postgres",
                    database.map(EmbeddedDatabase::pid).orElse(0L),
                    "distributor",
                    Map.of("id", distributor.id(), "header", distributor.header()),
                    "vendor",
                    Map.of("id", vendor.id(), "header", vendor.header()),
                    "ops",
                    Map.of("id", ops.id(), "header", ops.header()),
                    "products",
                    products)));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    // until the pipe from the test is closed
    for (String order; (order = orders.readLine()) != null; ) {
      IO.println(REPLY + JSON.writeValueAsString(obey(context, world, order.split(" "))));
    }
    System.exit(0);
  }

  private static Object obey(ApplicationContext context, World world, String[] order) {
    return switch (order[0]) {
      case "company" -> {
        Company company = world.company(Role.valueOf(order[1]), Environment.PRODUCTION);
        yield Map.of(
            "id",
            company.id(),
            Environment.PRODUCTION.name(),
            company.header(),
            Environment.TEST.name(),
            world.in(Environment.TEST, company).header());
      }
      case "clock" -> {
        context.getBean(SettableClock.class).advance(Duration.parse(order[1]));
        yield true;
      }
      case "jobs" -> {
        context.getBean(Scheduler.class).triggerCheckForDueExecutions();
        yield true;
      }
      case "postgres" -> context.getBean(EmbeddedDatabase.class).pid();
      default -> throw new IllegalArgumentException(order[0]);
    };
  }
}
