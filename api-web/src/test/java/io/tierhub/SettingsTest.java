package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The page of settings names what can be set, with the defaults that hold. */
class SettingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(tierhub\\.[^:}]+):([^}]*)}");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(tierhub\\.[^`]+)` \\| `?([^`|]*?)`? ?\\|");
  private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** What is asked of Spring's environment without an annotation. */
  private static final Map<String, String> ASKED = Map.of("tierhub.database.wait-when-busy", "10s");

  @Test
  void thePageSaysWhatCanBeSet() throws IOException {
    Map<String, String> said = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("../docs/ops/settings.md")))
        .results()
        .forEach(row -> said.put(row.group(1), row.group(2).strip()));
    assertThat(said).containsExactlyInAnyOrderEntriesOf(settings());
  }

  private static TreeMap<String, String> settings() {
    JavaClasses ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tierhub");
    TreeMap<String, String> settings = new TreeMap<>(ASKED);
    for (JavaClass one : ours) {
      one.getCodeUnits().stream()
          .flatMap(unit -> unit.getParameters().stream())
          .filter(parameter -> parameter.isAnnotatedWith(Value.class))
          .flatMap(parameter ->
              PLACEHOLDER.matcher(parameter.getAnnotationOfType(Value.class).value()).results())
          .forEach((MatchResult found) -> settings.put(found.group(1), found.group(2)));
      if (one.isAnnotatedWith(ConfigurationProperties.class)) {
        String prefix = one.getAnnotationOfType(ConfigurationProperties.class).value();
        Stream.of(one.reflect().getDeclaredConstructors())
            .flatMap(constructor -> Stream.of(constructor.getParameters()))
            .forEach(parameter -> settings.put(nameOf(prefix, parameter), defaultOf(parameter)));
      }
    }
    return settings;
  }

  private static String nameOf(String prefix, Parameter parameter) {
    String words =
        WORD_BEGINS.matcher(parameter.getName()).replaceAll("-").toLowerCase(Locale.ROOT);
    return ConfigurationPropertyName.of(prefix).append(words).toString();
  }

  private static String defaultOf(Parameter parameter) {
    DefaultValue value = parameter.getAnnotation(DefaultValue.class);
    return value == null ? "" : String.join(",", value.value());
  }
}
