package io.tierhub.mail;

import io.tierhub.kernel.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All mails. Every method belongs into a transaction. */
public interface Mails {

  /** Keeps a new mail, to be sent once the transaction is committed. */
  void add(Mail mail);

  /** The mails that this transaction has added so far. */
  List<MailId> added();

  /**
   * The mail, with nobody else sending it: whoever is, is waited for, since he may yet fail and
   * leave it to this one.
   */
  Optional<Mail> lock(MailId id);

  void save(Mail mail);

  /** The mails about something, the last one first. */
  List<Mail> about(String subject);

  /** The last mails of an environment, the last one first. */
  List<Mail> latest(Environment environment, int count, Instant before);
}
