package io.tierhub.persistence.account;

import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccountQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Filter;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.query.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads tier accounts, each time with one statement. */
@Component
class TierAccountReads implements TierAccountQueries {

  private static final TierAccountTable TABLE = new TierAccountTable(false);
  private static final TierAccountTable TABLE_WITH_PARENTS = new TierAccountTable(true);

  private static final Shape VERSION_SHAPE = AccountShapes.version();

  private static final Shape ANCESTOR_SHAPE =
      TABLE
          .shape()
          .and(Shape.number("level", "step.n - 1"), Shape.number("tier", "steps.total - step.n"));

  private static final Shape ANCESTOR_THEN_SHAPE =
      VERSION_SHAPE.and(
          Shape.number("level", "(select max(tier) from chain) - c.tier"),
          Shape.number("tier", "c.tier"));

  private static final String VALID_THEN = "v.valid_from <= ? and v.valid_to > ?";

  private final JsonReads reads;

  TierAccountReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query) {
    boolean vendor = actor.role() == Role.VENDOR;
    return reads.page(vendor ? TABLE : TABLE_WITH_PARENTS, actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, TierAccountId id) {
    return reads.one(TABLE, actor, id.value());
  }

  @Override
  public Document all(Actor actor, List<TierAccountId> ids) {
    String[] wanted = ids.stream().map(TierAccountId::value).toArray(String[]::new);
    return reads.all(
        Sql.of("select " + TABLE.shape().selectList() + " from ")
            .add(TABLE.from(actor))
            .add(" where ")
            .add(Sql.checkedOnly(TABLE.visible(actor)))
            .add(" and a.id = any(?) order by array_position(?, a.id)", wanted, wanted),
        TABLE.shape()::write);
  }

  @Override
  public Optional<Document> getAsOf(Actor actor, TierAccountId id, Instant asOf) {
    return reads.one(
        versions(actor)
            .add(" where a.id = ? and ", id.value())
            .add(Sql.checkedOnly(seenAfterwards(actor)))
            .add(" and " + VALID_THEN, asOf, asOf),
        VERSION_SHAPE::write);
  }

  @Override
  public Page versions(Actor actor, TierAccountId id, int limit, long offset) {
    Sql rows =
        versions(actor)
            .add(" where a.id = ? and ", id.value())
            .add(Sql.checkedOnly(seenAfterwards(actor)))
            .add(" order by v.number desc");
    Sql count =
        Sql.of(
                "select count(*) from tier_account a join tier_account_version v on v.account_id ="
                    + " a.id where a.id = ? and ",
                id.value())
            .add(Sql.checkedOnly(seenAfterwards(actor)));
    return reads.page(
        rows,
        count,
        new Query(Filter.EVERYTHING, List.of(), limit, offset, Selection.NONE, null),
        VERSION_SHAPE::write);
  }

  @Override
  public Optional<Document> version(Actor actor, TierAccountId id, int number) {
    return reads.one(
        versions(actor)
            .add(" where a.id = ? and v.number = ? and ", id.value(), number)
            .add(Sql.checkedOnly(seenAfterwards(actor))),
        VERSION_SHAPE::write);
  }

  @Override
  public Optional<Document> ancestors(Actor actor, TierAccountId id, @Nullable Instant asOf) {
    Document found = asOf == null ? ancestorsNow(actor, id) : ancestorsThen(actor, id, asOf);
    return nonEmpty(found);
  }

  private Document ancestorsNow(Actor actor, TierAccountId id) {
    Sql sql =
        Sql.of(
                "select "
                    + ANCESTOR_SHAPE.selectList()
                    + " from tier_position me join tier_account self on self.id = me.account_id"
                    + " cross join lateral (select string_to_array(rtrim(me.path, '/'), '/') as of,"
                    + " length(me.path) - length(replace(me.path, '/', '')) as total) steps"
                    + " cross join lateral unnest(steps.of) with ordinality as step(digits, n)"
                    + " join tier_account a on a.id = 'TA-' || step.digits ")
            .add(TABLE.joins(actor))
            .add(" where me.account_id = ? and ", id.value())
            .add(Sql.checkedOnly(AccountVisibility.living(actor, "self")))
            .add(" and ")
            .add(Sql.checkedOnly(TABLE.visible(actor)))
            .add(" order by step.n desc");
    return reads.all(sql, ANCESTOR_SHAPE::write);
  }

  private Document ancestorsThen(Actor actor, TierAccountId id, Instant asOf) {
    Sql sql =
        Sql.of(
                "with recursive chain as (select v.account_id, v.number, v.parent_id, 0 as tier from"
                    + " tier_account_version v where v.account_id = ? and "
                    + VALID_THEN
                    + " union all select v.account_id, v.number, v.parent_id, chain.tier + 1 from"
                    + " chain join tier_account_version v on v.account_id = chain.parent_id and "
                    + VALID_THEN
                    + " and chain.tier < 20) select "
                    + ANCESTOR_THEN_SHAPE.selectList()
                    + " from chain c join tier_account_version v on v.account_id = c.account_id and"
                    + " v.number = c.number join tier_account a on a.id = c.account_id ",
                id.value(),
                asOf,
                asOf,
                asOf,
                asOf)
            .add(TABLE.joinsThen(actor))
            .add(
                " where exists (select 1 from tier_account self where self.id = ? and ", id.value())
            .add(Sql.checkedOnly(AccountVisibility.ever(actor, "self")))
            .add(") and ")
            .add(Sql.checkedOnly(AccountVisibility.ever(actor, "a")))
            .add(" order by c.tier");
    return reads.all(sql, ANCESTOR_THEN_SHAPE::write);
  }

  @Override
  public Page descendants(Actor actor, TierAccountId id, int depth, Query query) {
    return reads.page(new DescendantTable(id, depth), actor, query);
  }

  @Override
  public Optional<Document> tree(Actor actor, TierAccountId id, int depth, @Nullable Instant asOf) {
    return asOf == null ? treeNow(actor, id, depth) : treeThen(actor, id, depth, asOf);
  }

  private Optional<Document> treeNow(Actor actor, TierAccountId id, int depth) {
    Shape shape = TABLE.shape().and(Shape.number("level", DescendantTable.LEVEL));
    Sql path = DescendantTable.path(actor, id);
    Sql sql =
        Sql.of("select " + shape.selectList() + ", d.path from ")
            .add("tier_position d join tier_account a on a.id = d.account_id ")
            .add(TABLE.joins(actor))
            .add(" where d.path >= ")
            .add(path)
            .add(" and ")
            .add(DescendantTable.within(path, id, depth))
            .add(" and ")
            .add(Sql.checkedOnly(TABLE.visible(actor)))
            .add(" order by d.path limit " + (TreeWriter.MOST_NODES + 1));
    return tree(sql, shape);
  }

  private Optional<Document> treeThen(Actor actor, TierAccountId id, int depth, Instant asOf) {
    Shape shape =
        VERSION_SHAPE.and(Shape.number("level", "(select count(*) - 1 from above) + t.depth"));
    Sql sql =
        Sql.of(
                "with recursive above as (select v.account_id, v.parent_id, 0 as tier from"
                    + " tier_account_version v where v.account_id = ? and "
                    + VALID_THEN
                    + " union all select v.account_id, v.parent_id, above.tier + 1 from above"
                    + " join tier_account_version v on v.account_id = above.parent_id and "
                    + VALID_THEN
                    + " and above.tier < 20), below as (select v.account_id, v.number, 0 as depth,"
                    + " substr(v.account_id, 4) || '/' as path from tier_account_version v where"
                    + " v.account_id = ? and "
                    + VALID_THEN
                    + " union all select v.account_id, v.number, below.depth + 1,"
                    + " below.path || substr(v.account_id, 4) || '/' from below join"
                    + " tier_account_version v on v.parent_id = below.account_id and "
                    + VALID_THEN
                    + " and below.depth < ?) select "
                    + shape.selectList()
                    + ", t.path from below t join tier_account_version v on v.account_id ="
                    + " t.account_id and v.number = t.number join tier_account a on a.id ="
                    + " t.account_id ",
                id.value(),
                asOf,
                asOf,
                asOf,
                asOf,
                id.value(),
                asOf,
                asOf,
                asOf,
                asOf,
                depth)
            .add(TABLE.joinsThen(actor))
            .add(
                " where exists (select 1 from tier_account self where self.id = ? and ", id.value())
            .add(Sql.checkedOnly(AccountVisibility.ever(actor, "self")))
            .add(") and ")
            .add(Sql.checkedOnly(AccountVisibility.ever(actor, "a")))
            .add(" order by t.path collate \"C\" limit ?", TreeWriter.MOST_NODES + 1);
    return tree(sql, shape);
  }

  private Optional<Document> tree(Sql sql, Shape shape) {
    int pathColumn = shape.columnCount() + 1;
    TreeWriter[] writer = new TreeWriter[1];
    Document document =
        reads.document(out -> {
          TreeWriter tree = new TreeWriter(out);
          writer[0] = tree;
          reads.each(
              sql, row -> tree.node(row.getString(pathColumn), () -> shape.writeMembers(row, out)));
          tree.end();
        });
    return writer[0].isEmpty() ? Optional.empty() : Optional.of(document);
  }

  private Sql versions(Actor actor) {
    return Sql.of(
            "select "
                + VERSION_SHAPE.selectList()
                + " from tier_account a join tier_account_version v on v.account_id = a.id ")
        .add(TABLE.joinsThen(actor));
  }

  /** A decommissioned account's past stays with its owner and ops (design §4.4). */
  private static Sql seenAfterwards(Actor actor) {
    return switch (actor.role()) {
      case OPS -> AccountVisibility.ever(actor, "a");
      case DISTRIBUTOR, VENDOR ->
          Sql.of("(a.decommissioned_at is null or a.owner_id = ?) and ", actor.account().value())
              .add(Sql.checkedOnly(AccountVisibility.ever(actor, "a")));
    };
  }

  private static Optional<Document> nonEmpty(Document array) {
    return array.json().length <= 2 ? Optional.empty() : Optional.of(array);
  }
}
