package io.tierhub.support;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A committed file that the code can write itself. The test fails when the two differ; {@code
 * -Dapproved} takes over what the code says.
 */
public final class ApprovedFile {

  private final Path path;

  /**
   * @param path from the repository's root
   */
  public ApprovedFile(String path) {
    this.path = Path.of("..").resolve(path);
  }

  public void requireSame(String generated) {
    try {
      if (System.getProperty("approved") != null) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, generated);
        return;
      }
      String committed = Files.exists(path) ? Files.readString(path) : "";
      if (!committed.equals(generated)) {
        fail(
            "%s does not say what the code says.%n%s%nIf the change is meant, run this test with"
                + " -Dapproved and commit the file.",
            path.getFileName(),
            firstDifference(committed.lines().toList(), generated.lines().toList()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String firstDifference(List<String> committed, List<String> generated) {
    int line = 0;
    while (line < Math.min(committed.size(), generated.size())
        && committed.get(line).equals(generated.get(line))) {
      line++;
    }
    return "Line %d:%n- %s%n+ %s"
        .formatted(line + 1, lineOrEnd(committed, line), lineOrEnd(generated, line));
  }

  private static String lineOrEnd(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "(end)";
  }
}
