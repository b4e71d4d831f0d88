package io.tierhub.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.HubId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreePlacementTest {

  private static final PartnerId OWNER = new PartnerId("PA-111-111");
  private static final Realm REALM = new Realm(OWNER, null, Environment.PRODUCTION);

  private static TierAccountId id(int n) {
    return new TierAccountId("TA-0000-0000-%04d".formatted(n));
  }

  /** A path of as many accounts as named, from the root down. */
  private static TreePath path(int... ids) {
    TreePath path = TreePath.ofRoot(id(ids[0]));
    for (int i = 1; i < ids.length; i++) {
      path = path.child(id(ids[i]));
    }
    return path;
  }

  private static TreePlacement.Parent reseller(TreePath path) {
    return new TreePlacement.Parent(path.chain().getLast(), AccountType.RESELLER, REALM, path);
  }

  private static Refused refusal(
      Realm child, TreePath childPath, int height, TreePlacement.Parent parent) {
    return catchThrowableOfType(
        Refused.class,
        () -> TreePlacement.requireFits(child, childPath, height, parent, "/parent/id"));
  }

  @Test
  void aResellerOfTheSameRealmIsAParent() {
    assertThatCode(() -> TreePlacement.requireFits(REALM, null, 0, reseller(path(1)), "/parent/id"))
        .doesNotThrowAnyException();
  }

  @Test
  void aCustomerIsNoParent() {
    TreePlacement.Parent customer =
        new TreePlacement.Parent(id(2), AccountType.CUSTOMER, REALM, path(1, 2));
    assertThat(refusal(REALM, null, 0, customer).why()).isEqualTo(Refusal.PARENT_NOT_RESELLER);
  }

  @Test
  void noAccountIsBelowItself() {
    Refused refused = refusal(REALM, path(1, 2), 3, reseller(path(1, 2, 3)));
    assertThat(refused.why()).isEqualTo(Refusal.CYCLE_IN_TREE);
    assertThat(refused).hasMessageContaining("TA-0000-0000-0001 > TA-0000-0000-0002");
    assertThat(refusal(REALM, path(1), 0, reseller(path(1))).why())
        .isEqualTo(Refusal.CYCLE_IN_TREE);
  }

  @Test
  void parentAndChildShareOwnerHubAndEnvironment() {
    for (Realm other :
        new Realm[] {
          new Realm(new PartnerId("PA-222-222"), null, Environment.PRODUCTION),
          new Realm(OWNER, new HubId("HB-1234-5678"), Environment.PRODUCTION),
          new Realm(OWNER, null, Environment.TEST)
        }) {
      assertThat(refusal(other, null, 0, reseller(path(1))).why())
          .isEqualTo(Refusal.PARENT_OF_OTHER_REALM);
    }
  }

  @Test
  void aTreeHasTwentyLevels() {
    TreePath nineteen = path(IntStream.rangeClosed(1, 19).toArray());
    TreePath twenty = path(IntStream.rangeClosed(1, 20).toArray());
    assertThat(refusal(REALM, null, 0, reseller(nineteen))).isNull();
    assertThat(refusal(REALM, null, 0, reseller(twenty)).why()).isEqualTo(Refusal.TREE_TOO_DEEP);
  }

  @Test
  void whatHangsBelowAMovedAccountCountsToo() {
    TreePath eighteen = path(IntStream.rangeClosed(1, 18).toArray());
    assertThat(refusal(REALM, path(99), 1, reseller(eighteen))).isNull();
    assertThat(refusal(REALM, path(99), 2, reseller(eighteen)).why())
        .isEqualTo(Refusal.TREE_TOO_DEEP);
  }

  @Test
  void aPathIsReadAsItWasWritten() {
    TreePath path = path(1, 2, 3);
    assertThat(TreePath.parse(path.text())).isEqualTo(path);
    assertThat(path.level()).isEqualTo(2);
    assertThat(path.root()).isEqualTo(id(1));
  }
}
