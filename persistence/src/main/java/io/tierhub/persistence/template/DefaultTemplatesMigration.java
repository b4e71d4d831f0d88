package io.tierhub.persistence.template;

import io.tierhub.kernel.IdKind;
import io.tierhub.persistence.ids.ScrambledIds;
import io.tierhub.template.DefaultTemplates;
import io.tierhub.template.Template;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives products that were made before there were templates those that new products get. In Java,
 * since ids are scrambled there.
 */
@Component
class DefaultTemplatesMigration implements JavaMigration {

  private static final int BATCH = 500;

  private static final String INSERT =
      "insert into product_template (id, product_id, scope, type, name, body, position, created_at,"
          + " updated_at, revision) values (?, ?, ?, ?, ?, ?, ?, now(), now(), 0)";

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("202611250211");
  }

  @Override
  public String getDescription() {
    return "default templates";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    List<Template.Content> defaults = DefaultTemplates.all();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      int waiting = 0;
      for (String product : products(connection)) {
        for (Template.Content content : defaults) {
          bind(insert, nextId(connection), product, content);
          insert.addBatch();
          waiting++;
        }
        if (waiting >= BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      insert.executeBatch();
    }
  }

  private static List<String> products(Connection connection) throws SQLException {
    List<String> products = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement("select id from product order by id");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        products.add(rows.getString(1));
      }
    }
    return products;
  }

  private static String nextId(Connection connection) throws SQLException {
    String sequence = ScrambledIds.sequence(IdKind.TEMPLATE);
    try (PreparedStatement query =
            connection.prepareStatement("select nextval('" + sequence + "')");
        ResultSet rows = query.executeQuery()) {
      rows.next();
      return ScrambledIds.of(IdKind.TEMPLATE, rows.getLong(1));
    }
  }

  private static void bind(
      PreparedStatement insert, String id, String product, Template.Content content)
      throws SQLException {
    insert.setString(1, id);
    insert.setString(2, product);
    insert.setString(3, content.scope().wire());
    insert.setString(4, content.type().wire());
    insert.setString(5, content.name());
    insert.setString(6, content.body());
    insert.setLong(7, content.position());
  }
}
