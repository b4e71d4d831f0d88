package io.tierhub.partner;

import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.UserRef;
import java.util.Optional;

/** The companies and their people. */
public interface Partners {

  void add(Partner partner);

  void add(User user);

  /** What the company is called. */
  String name(PartnerId id);

  /** Who has worked for the company the longest: whom it is reached by. */
  Optional<User> firstUser(PartnerId partner);

  Optional<UserRef> userById(PartnerId partner, String id);

  /** Whatever the case of the address. */
  Optional<UserRef> userByEmail(PartnerId partner, String email);
}
