package io.tierhub.persistence.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.persistence.embedded.TestDatabases;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What products get that were there before templates. */
class DefaultTemplatesMigrationIT {

  @Test
  void productsGetTheTemplatesThatNewOnesHave() {
    TestDatabases.lendEmpty(source -> {
      JdbcTemplate jdbc = new JdbcTemplate(source);
      migrate(source, "202611250210");
      jdbc.update(
          "insert into partner (id, role, name, created_at, updated_at) values ('VA-111-222',"
              + " 'vendor', 'V', now(), now())");
      for (String product : new String[] {"PRD-000-000-001", "PRD-000-000-002"}) {
        jdbc.update(
            "insert into product (id, vendor_id, name, status, capabilities, created_at, updated_at,"
                + " revision) values (?, 'VA-111-222', 'P', 'draft', '{}', now(), now(), 0)",
            product);
      }
      migrate(source, "202611250211");
      assertThat(
              jdbc.queryForList(
                  "select scope || ' ' || type from product_template where product_id ="
                      + " 'PRD-000-000-002' order by position",
                  String.class))
          .hasSize(9)
          .startsWith("asset fulfillment", "asset inquire");
      assertThat(jdbc.queryForList("select distinct id from product_template", String.class))
          .hasSize(18)
          .allMatch(id -> id.matches("TL-\\d{3}-\\d{3}-\\d{3}"));
    });
  }

  private static void migrate(DataSource source, String to) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .javaMigrations(new DefaultTemplatesMigration())
        .target(MigrationVersion.fromVersion(to))
        .load()
        .migrate();
  }
}
