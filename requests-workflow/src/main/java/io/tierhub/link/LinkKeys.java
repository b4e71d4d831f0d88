package io.tierhub.link;

import java.util.Optional;

/** The keys that links are sealed with: the newest seals, all of them open. */
public interface LinkKeys {

  LinkKey newest();

  /** Empty if there is none of that number any more. */
  Optional<LinkKey> numbered(int number);

  /** Has this copy of the server look again at once, after the keys were changed here. */
  void forget();
}
