package io.tierhub.persistence.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The folder in which everything is kept that has no folder of its own configured. */
record TierHubHome(Path path) {

  static TierHubHome of(@Nullable String configured) {
    return new TierHubHome(StringUtils.hasText(configured) ? expand(configured) : inUserHome());
  }

  /** The configured folder, or else {@code name} in this home. */
  Path folder(@Nullable String configured, String name) {
    return StringUtils.hasText(configured) ? expand(configured) : path.resolve(name);
  }

  private static Path inUserHome() {
    var userHome = Path.of(System.getProperty("user.home"));
    // Java says "?" for a user without an entry in /etc/passwd, as in many containers.
    return (userHome.isAbsolute() ? userHome : Path.of("")).toAbsolutePath().resolve(".tierhub");
  }

  private static Path expand(String configured) {
    // In .env and properties files no shell expands the tilde; a folder called "~" helps nobody.
    var path =
        configured.startsWith("~/")
            ? Path.of(System.getProperty("user.home"), configured.substring(2))
            : Path.of(configured);
    return path.toAbsolutePath().normalize();
  }
}
