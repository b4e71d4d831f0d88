package io.tierhub.web.account;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.TierAccount;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.web.wire.Body;
import io.tierhub.workflow.AccountEdit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members of a PUT laid over the account as it is: what is not listed stays. Members that never
 * change may be sent, as clients send whole accounts back, but not with another value.
 */
public record ProfilePatch(Body body) implements AccountEdit {

  @Override
  public AccountProfile applyTo(TierAccount.Snapshot current) {
    AccountForm now = AccountForm.of(current);
    AccountForm then = Body.merged(now, body, AccountForm.class);
    Faults faults = new Faults();
    requireSame(faults, "hub", "/hub/id", hub(now), hub(then));
    requireSame(faults, "environment", "/environment", now.environment(), then.environment());
    String owner = body.member("owner").flatMap(o -> o.text("id")).orElse(null);
    if (owner != null) {
      requireSame(faults, "owner", "/owner/id", current.realm().owner().value(), owner);
    }
    faults.refuseIfAny();
    return then.toProfile(current);
  }

  private static @Nullable String hub(AccountForm form) {
    return form.hub() == null ? null : form.hub().id();
  }

  private static void requireSame(
      Faults faults, String what, String pointer, @Nullable String now, @Nullable String then) {
    if (then != null && !then.isEmpty() && !Objects.equals(now, then)) {
      faults.add(
          Refusal.ACCOUNT_FIELD_FIXED,
          pointer,
          "The %s of an account never changes; it is %s.".formatted(what, now));
    }
  }
}
