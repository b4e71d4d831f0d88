package io.tierhub.web.account;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.TierAccount;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.web.wire.Body;
import io.tierhub.workflow.AccountEdit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of a PUT laid over the account as it is: what is not listed stays. Members that never
 * change may be sent, as clients send whole accounts back, but not with another value.
 */
public record ProfilePatch(Body body) implements AccountEdit {

  @Override
  public AccountProfile applyTo(TierAccount.Snapshot current) {
    AccountForm now = AccountForm.of(current);
    Faults faults = new Faults();
    Optional<AccountForm> then = faults.tried(() -> Body.merged(now, body, AccountForm.class));
    requireSame(faults, "hub", "/hub/id", now.hub() == null ? null : now.hub().id(), id("hub"));
    requireSame(faults, "environment", "/environment", now.environment(), body.text("environment"));
    requireSame(faults, "owner", "/owner/id", current.realm().owner().value(), id("owner"));
    faults.refuseIfAny();
    return then.orElseThrow().toProfile(current);
  }

  private Optional<String> id(String member) {
    return body.member(member).flatMap(reference -> reference.text("id"));
  }

  private static void requireSame(
      Faults faults, String what, String pointer, @Nullable String now, Optional<String> then) {
    then.map(String::strip)
        .filter(sent -> !sent.isEmpty() && !sent.equals(now))
        .ifPresent(_ ->
            faults.add(
                Refusal.ACCOUNT_FIELD_FIXED,
                pointer,
                "The %s of an account never changes; it is %s.".formatted(what, now)));
  }
}
