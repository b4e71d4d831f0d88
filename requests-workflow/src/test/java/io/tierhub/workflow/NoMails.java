package io.tierhub.workflow;

import io.tierhub.kernel.Environment;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailId;
import io.tierhub.mail.Mails;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where nobody is to be written to. */
final class NoMails implements Mails {

  @Override
  public void add(Mail mail) {
    throw new AssertionError("nobody was to be written to: " + mail.id());
  }

  @Override
  public List<MailId> added() {
    return List.of();
  }

  @Override
  public Optional<Mail> lock(MailId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void save(Mail mail) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Mail> about(String request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Mail> latest(Environment environment, int count, Instant before) {
    throw new UnsupportedOperationException();
  }
}
