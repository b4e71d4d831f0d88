package io.tierhub.persistence.account;

import io.tierhub.account.TierAccountField;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.persistence.read.Tally;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The read model of tier accounts in their current state (wire-format §2.1). */
class TierAccountTable implements Table<TierAccountField> {

  private static final Set<TierAccountField> ALWAYS_THERE =
      EnumSet.of(
          TierAccountField.ID,
          TierAccountField.NAME,
          TierAccountField.TYPE,
          TierAccountField.CREATED_AT);

  /** As the index {@code tier_account_pieces} has it, and that of the names. */
  private static final Pieces<TierAccountField> PIECES =
      new Pieces<>(
          EnumSet.of(
              TierAccountField.ID,
              TierAccountField.NAME,
              TierAccountField.EXTERNAL_ID,
              TierAccountField.EXTERNAL_UID,
              TierAccountField.PARENT_ID,
              TierAccountField.HUB_ID,
              TierAccountField.OWNER_ID),
          List.of(
              "a.name",
              "(a.id || E'\\n' || coalesce(a.external_id, '') || E'\\n' || a.external_uid || E'\\n'"
                  + " || coalesce(a.parent_id, '') || E'\\n' || coalesce(a.hub_id, '') || E'\\n' ||"
                  + " a.owner_id) collate \"default\""));

  /** As the migration that made it was told. */
  private static final Tally TALLY =
      new Tally(
          "tier_account_tally",
          Set.of("owner_id", "environment", "type", "hub_id", "decommissioned_at"));

  private static final Shape SHAPE = AccountShapes.current();

  private final boolean allParents;

  /**
   * @param allParents whether the reader sees the parent of every account that it sees; vendors may
   *     not
   */
  TierAccountTable(boolean allParents) {
    this.allParents = allParents;
  }

  @Override
  public Class<TierAccountField> fields() {
    return TierAccountField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public String own() {
    return "tier_account a";
  }

  @Override
  public Tally tally() {
    return TALLY;
  }

  @Override
  public Sql joins(Actor actor) {
    return joins(actor, "a.parent_id");
  }

  /** The joins of an account as a version {@code v} has it: another parent than now's, perhaps. */
  final Sql joinsThen(Actor actor) {
    return joins(actor, "v.parent_id");
  }

  private static Sql joins(Actor actor, String parentId) {
    return Sql.of(" join partner o on o.id = a.owner_id left join hub h on h.id = a.hub_id")
        .add(AccountVisibility.parentJoin(actor, "p", parentId))
        .add(AccountVisibility.parentJoin(actor, "g", "p.parent_id"));
  }

  @Override
  public Sql visible(Actor actor) {
    return AccountVisibility.living(actor, "a");
  }

  @Override
  public String column(TierAccountField field) {
    return switch (field) {
      case ID -> "a.id";
      case NAME -> "a.name";
      case TYPE -> "a.type";
      case EXTERNAL_ID -> "a.external_id";
      case EXTERNAL_UID -> "a.external_uid";
      case SCOPES -> "a.scopes";
      case HUB_ID -> "a.hub_id";
      case HUB_NAME -> "h.name";
      case PARENT_ID -> allParents ? "a.parent_id" : "p.id";
      case PARENT_NAME -> "p.name";
      case PARENT_PARENT_ID -> "g.id";
      case OWNER_ID -> "a.owner_id";
      case OWNER_NAME -> "o.name";
      case ENVIRONMENT -> "a.environment";
      case TAX_ID -> "a.tax_id";
      case VERSION -> "a.number";
      case CREATED_AT -> "a.created_at";
      case CREATED_BY -> "a.created_by_id";
      case UPDATED_AT -> "a.updated_at";
      case UPDATED_BY -> "a.updated_by_id";
      case DB -> NEVER;
      case EMAIL -> "a.email";
    };
  }

  @Override
  public @Nullable Elsewhere elsewhere(TierAccountField field) {
    return switch (field) {
      case PARENT_NAME ->
          allParents ? Elsewhere.quickly("tier_account", "a.parent_id", "name") : null;
      case PARENT_PARENT_ID ->
          allParents ? Elsewhere.in("tier_account", "a.parent_id", "parent_id") : null;
      case HUB_NAME -> Elsewhere.quickly("hub", "a.hub_id", "name");
      case OWNER_NAME -> Elsewhere.quickly("partner", "a.owner_id", "name");
      default -> null;
    };
  }

  @Override
  public @Nullable Pieces<TierAccountField> pieces() {
    return allParents ? PIECES : null;
  }

  @Override
  public Sql hasWord(TierAccountField field, String word) {
    return AccountShapes.hasScope("a.scopes", word);
  }

  @Override
  public boolean mayBeNull(TierAccountField field) {
    return !ALWAYS_THERE.contains(field);
  }

  @Override
  public String key() {
    return "a.id";
  }
}
