package io.tierhub.web.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which names of sites are taken; what that means is tried in {@code OriginsIT}. */
class OriginsTest {

  @Test
  void allThatNamesNoSiteIsToldAtOnce() {
    List<String> wrong =
        List.of(
            "*",
            "https://*.portal.example",
            "https://portal.example/",
            "https://portal.example/path",
            "https://portal.example?x",
            "https://me@portal.example",
            "https://Portal.example",
            "portal.example",
            "ftp://portal.example",
            "null",
            "https://");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Origins(wrong))
        .withMessageContaining("tierhub.cors.origins")
        .withMessageContaining(String.join(", ", wrong));
  }

  @Test
  void sitesAreTakenAndSoAreNone() {
    assertThatCode(() -> new Origins(List.of("https://portal.example", "http://localhost:3000")))
        .doesNotThrowAnyException();
    assertThatCode(() -> new Origins(List.of())).doesNotThrowAnyException();
  }
}
