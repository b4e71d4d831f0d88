package io.tierhub.link;

import java.util.List;

/** The keys as they are kept, for whoever changes them; see {@link LinkKeys}. */
public interface LinkKeyRegister {

  /** All of them, the oldest first. */
  List<KeptLinkKey> all();

  /** The same, and nobody else changes them until the transaction ends. */
  List<KeptLinkKey> lock();

  void add(LinkKey key);

  void remove(int number);
}
