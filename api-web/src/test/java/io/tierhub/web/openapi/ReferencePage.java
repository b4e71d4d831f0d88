package io.tierhub.web.openapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.oas.annotations.Operation;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Role;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import io.tierhub.web.openapi.Users.User;
import io.tierhub.web.problem.Catalogue;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Writes {@code docs/reference.md} from the code. */
record ReferencePage(List<Machine<?, ?>> machines) {

  /**
   * @param initial the states in which it is born
   */
  record Machine<S extends Enum<S>, A extends Enum<A>>(
      String name, Lifecycle<S, A> lifecycle, Set<S> initial) {

    String diagram() {
      return lifecycle.toMermaid(initial);
    }

    Stream<String> rows() {
      return lifecycle.actions().stream()
          .map(action ->
              "| %s | `%s` | %s |"
                  .formatted(
                      name,
                      Lifecycle.wire(action),
                      lifecycle.actors(action).isEmpty()
                          ? " | | | yes"
                          : marks(Role.values(), lifecycle.actors(action)) + " | "));
    }
  }

  /** An operation as its interface declares it. */
  private record Endpoint(String path, String method, Method declared) {

    String summary() {
      return declared.getAnnotation(Operation.class).summary();
    }
  }

  String toMarkdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Reference

        Written by a test from the code, and compared with it by the same test: do not edit it.
        `./mvnw verify -Dapproved` writes it anew. The API itself is in [openapi.yaml](openapi.yaml).

        """);
    lifecycles(page);
    actions(page);
    operations(page);
    filters(page);
    problems(page);
    return page.toString();
  }

  private void lifecycles(StringBuilder page) {
    page.append("## Lifecycles\n\nWho may take a step is in parentheses.\n\n");
    for (Machine<?, ?> machine : machines) {
      page.append("### %s\n\n```mermaid\n%s```\n\n".formatted(machine.name(), machine.diagram()));
    }
  }

  private void actions(StringBuilder page) {
    page.append("## Who may take which step\n\n");
    page.append("| of | step | vendor | distributor | ops | the system itself |\n");
    page.append("|---|---|---|---|---|---|\n");
    machines.stream()
        .flatMap(Machine::rows)
        .forEach(row -> page.append(row.replaceAll(" +\\|", " |")).append('\n'));
  }

  private static void operations(StringBuilder page) {
    page.append("\n## Operations and whose they are\n\n");
    page.append("| operation | | portal | vendor | ops |\n|---|---|---|---|---|\n");
    for (Endpoint endpoint : endpoints()) {
      Set<User> users = Set.of(Users.Of.method(endpoint.declared()));
      page.append(
          "| %s | `%s %s` | %s |\n"
              .formatted(
                  endpoint.summary(),
                  endpoint.method(),
                  endpoint.path(),
                  marks(User.values(), users))
              .replaceAll(" +\\|", " |"));
    }
  }

  private static void filters(StringBuilder page) {
    page.append(
        """

        ## Filters

        S: `search=` looks into it. O: a list can be ordered by it.

        """);
    TreeMap<String, List<String>> lists = new TreeMap<>();
    TreeMap<String, List<Field>> tables = new TreeMap<>();
    for (Endpoint endpoint : endpoints()) {
      Filterable filterable = endpoint.declared().getAnnotation(Filterable.class);
      if (filterable != null) {
        String table = filterable.value().getSimpleName();
        lists
            .computeIfAbsent(table, t -> new java.util.ArrayList<>())
            .add("`%s %s`".formatted(endpoint.method(), endpoint.path()));
        tables.put(table, FilterText.fields(filterable.value()));
      }
    }
    lists.forEach((table, paths) -> {
      page.append("### %s\n\n".formatted(String.join(", ", paths)));
      page.append("| filter | is | lookups | S | O | also called |\n|---|---|---|---|---|---|\n");
      tables.get(table).forEach(field -> page.append(row(field.spec())));
      page.append('\n');
    });
  }

  private static String row(FieldSpec field) {
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            field.path(),
            FilterText.kind(field)
                + (field.zeroId() == null ? "" : "; `" + field.zeroId() + "` means none"),
            FilterText.lookups(field.lookups()),
            field.searched() ? "S" : "",
            field.ordered() ? "O" : "",
            FilterText.quoted(field.aliases()))
        .replaceAll(" +\\|", " |");
  }

  private static void problems(StringBuilder page) {
    page.append("## Errors\n\n| code | status | means | what to do |\n|---|---|---|---|\n");
    for (Catalogue.Entry entry : Catalogue.entries()) {
      page.append(
          "| `%s` | %d | %s | %s |\n"
              .formatted(
                  entry.errorCode(),
                  entry.status(),
                  entry.meaning().replace("|", "\\|"),
                  entry.remedy().replace("|", "\\|")));
    }
  }

  private static List<Endpoint> endpoints() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tierhub.web")
            .stream()
            .filter(type -> type.isInterface() && type.isAnnotatedWith(RequestMapping.class))
            .map(JavaClass::reflect)
            .flatMap(ReferencePage::endpoints)
            .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
            .toList();
  }

  private static Stream<Endpoint> endpoints(Class<?> api) {
    String base = api.getAnnotation(RequestMapping.class).value()[0];
    return Arrays.stream(api.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Operation.class))
        .map(method -> {
          RequestMapping mapping =
              AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
          String path = mapping.path().length == 0 ? "" : mapping.path()[0];
          return new Endpoint(base + path, mapping.method()[0].name(), method);
        });
  }

  private static <E> String marks(E[] columns, Set<E> marked) {
    return Arrays.stream(columns)
        .map(column -> marked.contains(column) ? "yes" : "")
        .collect(Collectors.joining(" | "));
  }
}
