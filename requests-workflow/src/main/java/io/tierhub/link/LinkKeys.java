package io.tierhub.link;

import java.util.Optional;

/** The keys that links are sealed with: the newest seals, all of them open. */
public interface LinkKeys {

  LinkKey newest();

  /** Empty if there is none of that number any more. */
  Optional<LinkKey> numbered(int number);
}
