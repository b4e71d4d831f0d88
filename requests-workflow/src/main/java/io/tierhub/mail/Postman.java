package io.tierhub.mail;

/** Takes letters to the mail server. */
public interface Postman {

  /** Whether there is a mail server. */
  boolean works();

  /**
   * @throws NotTaken if the mail server does not take it now
   */
  void send(Letter letter);

  /** The mail server could not be reached, or did not want it. */
  final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotTaken(String why, Throwable cause) {
      super(why, cause);
    }
  }
}
