package io.tierhub.persistence.tieraccountrequest;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.account.AccountShapes;
import io.tierhub.persistence.account.AccountVisibility;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import java.util.Optional;

/** The two versions of an account between which a request was raised, as one array, older first. */
final class VersionsOfChange {

  private static final Shape SHAPE = Shape.of(AccountShapes.version("account"));

  private VersionsOfChange() {}

  static Optional<Document> read(
      JsonReads reads, TierAccountRequestTable table, Actor actor, TierAccountRequestId id) {
    Document both =
        reads.all(
            Sql.of(
                    "select "
                        + SHAPE.selectList()
                        + " from tier_account_request r join tier_account a on a.id = r.account_id"
                        + " join tier_account_version v on v.account_id = r.account_id and v.number"
                        + " between r.number - 1 and r.number join partner o on o.id = a.owner_id"
                        + " left join hub h on h.id = a.hub_id")
                .add(AccountVisibility.parentJoin(actor, "p", "v.parent_id"))
                .add(" where r.id = ? and ", id.value())
                .add(Sql.checkedOnly(table.visible(actor)))
                .add(" order by v.number"),
            SHAPE::write);
    return both.json().length <= 2 ? Optional.empty() : Optional.of(both);
  }
}
