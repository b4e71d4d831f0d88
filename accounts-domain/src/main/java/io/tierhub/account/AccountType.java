package io.tierhub.account;

import io.tierhub.kernel.Lifecycle;
import java.util.Optional;

/** A customer uses what is sold; a reseller sells, and can be a parent. */
public enum AccountType {
  CUSTOMER,
  RESELLER;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<AccountType> ofWire(String text) {
    for (AccountType type : values()) {
      if (type.wire().equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
