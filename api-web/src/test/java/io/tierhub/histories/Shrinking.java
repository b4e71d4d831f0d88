package io.tierhub.histories;

import java.util.ArrayList;
import java.util.List;

/** Looks for less that still fails: whole rounds first, in halves, quarters …, then commands. */
final class Shrinking {

  /** Whether that is still wrong. */
  interface Fails {
    boolean test(History history) throws Exception;
  }

  private Shrinking() {}

  static History of(History failing, Fails fails) throws Exception {
    History least = failing;
    for (int chunk = Math.max(1, least.rounds().size() / 2); ; chunk /= 2) {
      for (int from = least.rounds().size() - chunk; from >= 0; from -= chunk) {
        List<List<Command>> fewer = new ArrayList<>(least.rounds());
        fewer.subList(from, from + chunk).clear();
        least = better(new History(fewer), least, fails);
        from = Math.min(from, least.rounds().size());
      }
      if (chunk == 1) {
        break;
      }
    }
    for (int round = least.rounds().size() - 1; round >= 0; round--) {
      for (int i = least.rounds().get(round).size() - 1; i >= 0; i--) {
        List<List<Command>> fewer = new ArrayList<>(least.rounds());
        List<Command> commands = new ArrayList<>(fewer.get(round));
        commands.remove(i);
        fewer.set(round, List.copyOf(commands));
        least = better(new History(fewer), least, fails);
      }
    }
    return new History(least.rounds().stream().filter(round -> !round.isEmpty()).toList());
  }

  private static History better(History smaller, History least, Fails fails) throws Exception {
    return fails.test(smaller) ? smaller : least;
  }
}
