package io.tierhub.workflow;

import io.tierhub.kernel.Prefixed;
import io.tierhub.mail.Letter;
import io.tierhub.mail.Mail;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts mails into words, by what they are about. */
@Component
class Letters {

  private final InquiryLetters inquiries;
  private final PortalLetters portals;

  Letters(InquiryLetters inquiries, PortalLetters portals) {
    this.inquiries = inquiries;
    this.portals = portals;
  }

  /** None if there is nothing left to write. */
  Optional<Letter> write(Mail mail) {
    return Prefixed.looksLike("TC", mail.id().subject())
        ? portals.write(mail)
        : inquiries.write(mail.id());
  }
}
