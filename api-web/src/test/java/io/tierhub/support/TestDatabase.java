package io.tierhub.support;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Which PostgreSQL the tests run on: the one that {@code -Dtierhub.test.url=jdbc:postgresql://…}
 * names (with {@code tierhub.test.user} and {@code tierhub.test.password}), else a container where
 * a Docker engine answers, else an embedded one. {@code -Dtierhub.test.database=container} or
 * {@code embedded} insists.
 *
 * <p>A test that needs a database that nobody else has says {@code tierhub.test.own-database=true}
 * and gets an embedded one of its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);

  private static final String IMAGE = "postgres:18-alpine";
  private static final String GIVEN_URL = System.getProperty("tierhub.test.url", "");
  private static final String WANTED = System.getProperty("tierhub.test.database", "");

  @Bean
  @Conditional(IsGiven.class)
  JdbcConnectionDetails given() {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return GIVEN_URL;
      }

      @Override
      public String getUsername() {
        return System.getProperty("tierhub.test.user", "tierhub");
      }

      @Override
      public String getPassword() {
        return System.getProperty("tierhub.test.password", "");
      }
    };
  }

  @Bean
  @ServiceConnection
  @Conditional(IsInContainer.class)
  PostgreSQLContainer container() {
    return Started.CONTAINER.orElseThrow();
  }

  /** The database may be everybody's. */
  private static boolean isShared(ConditionContext context) {
    return !context.getEnvironment().getProperty("tierhub.test.own-database", Boolean.class, false);
  }

  static class IsGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isShared(context) && !GIVEN_URL.isBlank();
    }
  }

  static class IsInContainer implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isShared(context)
          && GIVEN_URL.isBlank()
          && (WANTED.equals("container") || (WANTED.isEmpty() && Engine.mayBeThere()))
          && Started.CONTAINER.isPresent();
    }
  }

  /** One for all contexts; Testcontainers removes it when this JVM ends. */
  private static final class Started {

    static final Optional<PostgreSQLContainer> CONTAINER = start();

    private static Optional<PostgreSQLContainer> start() {
      try {
        if (WANTED.isEmpty() && !DockerClientFactory.instance().isDockerAvailable()) {
          return Optional.empty();
        }
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.start();
        LOG.info("Tests on {} in a container", IMAGE);
        return Optional.of(container);
      } catch (RuntimeException failure) {
        if (!WANTED.isEmpty()) {
          throw failure;
        }
        // An engine that cannot get the image, as on a machine without a network.
        LOG.warn("Tests on an embedded PostgreSQL: {} does not start", IMAGE, failure);
        return Optional.empty();
      }
    }
  }

  /** Asked before Testcontainers, which searches for long and complains loudly if there is none. */
  private static final class Engine {

    static boolean mayBeThere() {
      return System.getenv("DOCKER_HOST") != null || sockets().anyMatch(Engine::listens);
    }

    private static Stream<Path> sockets() {
      String home = System.getProperty("user.home");
      String runtime = Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/run");
      return Stream.of(
          Path.of("/var/run/docker.sock"),
          Path.of(runtime, "docker.sock"),
          Path.of(home, ".docker", "run", "docker.sock"),
          Path.of(home, ".docker", "desktop", "docker.sock"),
          Path.of("//./pipe/docker_engine"));
    }

    private static boolean listens(Path socket) {
      if (!Files.exists(socket)) {
        return false;
      }
      if (socket.startsWith("//./pipe")) {
        return true;
      }
      try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
        return channel.isConnected();
      } catch (IOException nobody) {
        return false;
      }
    }
  }
}
