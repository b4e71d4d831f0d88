package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {

  private static final String OF_A_RUNNING_SERVER =
      """
      4711
      /data/pgdata
      1795313587
      21000

      127.0.0.1
        2156161         3
      ready\s\s\s
      """;

  @TempDir Path cluster;

  @Test
  void isReadOfARunningServer() throws IOException {
    write(OF_A_RUNNING_SERVER);
    assertThat(PostmasterFile.of(cluster))
        .contains(new PostmasterFile(4711, Instant.ofEpochSecond(1795313587), true));
  }

  @Test
  void isNotReadyBeforeItSaysSo() throws IOException {
    write(OF_A_RUNNING_SERVER.replace("ready", "starting"));
    assertThat(PostmasterFile.of(cluster)).hasValueSatisfying(f -> assertThat(f.ready()).isFalse());
  }

  @Test
  void isEmptyWithoutOne() throws IOException {
    assertThat(PostmasterFile.of(cluster)).isEmpty();
  }

  @Test
  void disowningTakesOnlyTheProcessNumber() throws IOException {
    write(OF_A_RUNNING_SERVER);
    PostmasterFile.disown(cluster);
    assertThat(cluster.resolve("postmaster.pid"))
        .hasContent(OF_A_RUNNING_SERVER.replace("4711", "2147483647"));
    assertThat(ProcessHandle.of(Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void disowningRemovesWhatACrashCutOff() throws IOException {
    write("");
    PostmasterFile.disown(cluster);
    assertThat(PostmasterFile.exists(cluster)).isFalse();
  }

  private void write(String content) throws IOException {
    Files.writeString(cluster.resolve("postmaster.pid"), content);
  }
}
