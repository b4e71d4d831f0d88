package io.tierhub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.stream.Stream;

/** What Maven cannot say about the arrows. Allow-lists: a typo in one fails instead of passing. */
@AnalyzeClasses(packages = "io.tierhub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] DOMAIN = {
    "io.tierhub.kernel..",
    "io.tierhub.query..",
    "io.tierhub.partner..",
    "io.tierhub.account..",
    "io.tierhub.catalog..",
    "io.tierhub.parameter..",
    "io.tierhub.template..",
    "io.tierhub.action..",
    "io.tierhub.configured..",
    "io.tierhub.productmessage..",
    "io.tierhub.tierconfig.."
  };

  private static final String[] REQUESTS = {
    "io.tierhub.tieraccountrequest..",
    "io.tierhub.tierconfigrequest..",
    "io.tierhub.fulfillment..",
    "io.tierhub.parking..",
    "io.tierhub.claim..",
    "io.tierhub.timeline..",
    "io.tierhub.queue..",
    "io.tierhub.explanation..",
    "io.tierhub.conversation..",
    "io.tierhub.inquiry..",
    "io.tierhub.link..",
    "io.tierhub.mail..",
    "io.tierhub.portal..",
    "io.tierhub.idempotency..",
    "io.tierhub.feed..",
    "io.tierhub.audit..",
    "io.tierhub.invariant..",
    "io.tierhub.webhook.."
  };

  @ArchTest
  static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(with(DOMAIN, "java..", "org.jspecify.."))
          .because("rules must be readable and testable without a framework");

  @ArchTest
  static final ArchRule THE_KERNEL_KNOWS_NOBODY =
      classes()
          .that()
          .resideInAnyPackage("io.tierhub.kernel..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.tierhub.kernel..", "java..", "org.jspecify..")
          .because("everybody knows the kernel");

  @ArchTest
  static final ArchRule THE_QUERY_MODEL_KNOWS_NO_RESOURCE =
      classes()
          .that()
          .resideInAnyPackage("io.tierhub.query..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.tierhub.query..", "java..", "org.jspecify..")
          .because("text, meaning and SQL of the filter language live in three places");

  @ArchTest
  static final ArchRule THE_REQUESTS_ARE_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(REQUESTS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              with(with(DOMAIN, REQUESTS), "java..", "javax.crypto..", "org.jspecify.."))
          .because("state machines are tested without a framework");

  @ArchTest
  static final ArchRule USE_CASES_KNOW_SPRING_ONLY_BY_NAME_AND_TRANSACTION =
      classes()
          .that()
          .resideInAnyPackage("io.tierhub.workflow..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              with(
                  with(DOMAIN, REQUESTS),
                  "io.tierhub.workflow..",
                  "java..",
                  "org.jspecify..",
                  "org.slf4j..",
                  "org.springframework.stereotype..",
                  "org.springframework.transaction..",
                  "org.springframework.dao.."))
          .because("business code must not know how it is stored or called");

  @ArchTest
  static final ArchRule ONLY_THE_WORKFLOW_OPENS_TRANSACTIONS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tierhub.workflow..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional")
          .because("use cases are the only transactional business code");

  @ArchTest
  static final ArchRule ROWS_ARE_FOUND_IN_ONE_WAY =
      noClasses()
          .should()
          .callMethod(EntityManager.class, "find", Class.class, Object.class)
          .orShould()
          .callMethod(EntityManager.class, "find", Class.class, Object.class, LockModeType.class)
          .because("Hibernate answers null there when the database failed: use Rows");

  @ArchTest
  static final ArchRule ENTITIES_STAY_AT_HOME =
      classes()
          .that()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .notBePublic()
          .andShould()
          .resideInAPackage("io.tierhub.persistence..")
          .because("a row is nobody's business but its table's");

  @ArchTest
  static final ArchRule CONTROLLERS_STAY_AT_HOME =
      classes()
          .that()
          .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
          .should()
          .notBePublic()
          .andShould()
          .resideInAPackage("io.tierhub.web..")
          .because("what an endpoint does is said in the workflow");

  @ArchTest
  static void everyModuleWasReallyLookedAt(JavaClasses all) {
    for (String root :
        new String[] {
          "io.tierhub.account",
          "io.tierhub.catalog",
          "io.tierhub.parameter",
          "io.tierhub.workflow",
          "io.tierhub.persistence",
          "io.tierhub.web"
        }) {
      assertThat(all.stream().map(JavaClass::getPackageName).filter(p -> p.startsWith(root)))
          .as(root)
          .isNotEmpty();
    }
  }

  @ArchTest
  static void everyPackageSaysWhatItIsAndChecksForNull(JavaClasses all) {
    Stream<JavaClass> infos = all.stream().filter(c -> c.getSimpleName().equals("package-info"));
    assertThat(infos.filter(c -> c.isAnnotatedWith("org.jspecify.annotations.NullMarked")))
        .extracting(JavaClass::getPackageName)
        .containsAll(
            all.stream()
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .filter(c -> !c.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList());
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }
}
