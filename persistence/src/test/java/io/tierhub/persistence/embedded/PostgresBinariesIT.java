package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {

  @TempDir Path folder;

  @Test
  void areUnpackedOnceAndAnewAfterAKill() throws IOException, InterruptedException {
    var first = PostgresBinaries.unpackedIn(folder);
    assertThat(first.home().getFileName().toString()).matches("postgres-.+-[0-9a-f]{8}");
    assertThat(first.version()).startsWith("18.");
    assertThat(first.program("initdb")).isExecutable();

    var changed = Files.getLastModifiedTime(first.home());
    assertThat(PostgresBinaries.unpackedIn(folder)).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first.home())).isEqualTo(changed);

    // What a kill in the middle of unpacking leaves: part of the files, under another name.
    var part = first.home().resolveSibling(first.home().getFileName() + ".part");
    Files.move(first.home(), part);
    Files.delete(part.resolve("bin").resolve(first.program("initdb").getFileName()));
    assertThat(PostgresBinaries.unpackedIn(folder).program("initdb")).isExecutable();
    assertThat(part).doesNotExist();
  }
}
