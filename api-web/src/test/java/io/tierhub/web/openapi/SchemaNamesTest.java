package io.tierhub.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two records of one name would be described as one of them, whichever is met last. */
class SchemaNamesTest {

  @Test
  void everySchemaHasANameOfItsOwn() {
    List<String> names =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tierhub.web")
                .stream()
                .filter(type -> type.isAnnotatedWith(Schema.class))
                .map(type -> type.getAnnotationOfType(Schema.class).name())
                .toList();
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }
}
