package io.tierhub.histories;

/**
 * What a client asks for. What a command makes is called by the command's own number, so that a
 * history means the same after other commands were left out of it; a command about something that
 * was never made is passed over.
 */
sealed interface Command {

  Seat by();

  /**
   * @param parent the number of the reseller above, -1 for a root
   */
  record Open(int number, Seat by, boolean customer, int parent) implements Command {}

  record Rename(int number, Seat by, int account) implements Command {}

  /** The same, if nothing of it has changed since its client saw it before the round. */
  record RenameAsSeen(int number, Seat by, int account) implements Command {}

  record Move(Seat by, int account, int parent) implements Command {}

  record Decommission(Seat by, int account) implements Command {}

  record Look(Seat by, int account) implements Command {}

  record Buy(int number, Seat by, int product, int customer) implements Command {}

  /** A suspension, resumption or cancellation of what that order bought. */
  record Change(int number, Seat by, int purchase, String type) implements Command {}

  record DecideOrder(Seat by, int order, boolean approve) implements Command {}

  /** Of the open request, or else the last one, of that product, account and tier. */
  record DecideTier(Seat by, int product, int account, int level, String action)
      implements Command {}

  /** The vendor's value for its parameter, in that request. */
  record GiveValue(int number, Seat by, int product, int account, int level) implements Command {}

  /** The reseller's value for the parameter that it is asked for. */
  record Fill(int number, Seat by, int product, int account, int level) implements Command {}

  record UpdateTier(Seat by, int product, int account, int level) implements Command {}

  /** Of the oldest account request of them that is pending, or else the last one. */
  record Answer(Seat by, int product, int account, boolean accept) implements Command {}
}
