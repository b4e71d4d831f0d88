package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {

  @Test
  void keepsEveryCommitUnlessEphemeral() {
    assertThat(ServerSettings.file(false, Map.of())).contains("fsync = 'on'\n");
    assertThat(ServerSettings.file(true, Map.of())).contains("fsync = 'off'\n");
  }

  @Test
  void theUsersSettingsWin() {
    assertThat(ServerSettings.file(false, Map.of("shared-buffers", "1GB")))
        .contains("shared_buffers = '1GB'\n")
        .doesNotContain("128MB");
  }

  @Test
  void aValueCannotEndItself() {
    assertThat(ServerSettings.file(false, Map.of("log-line-prefix", "it's \\ ")))
        .contains("log_line_prefix = 'it''s \\\\ '\n");
  }
}
