package io.tierhub.histories;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What many clients do. The commands of a round are sent at the same moment, and the next round
 * begins when all of them are answered.
 */
record History(List<List<Command>> rounds) {

  static final int PRODUCTS = Seat.VENDORS;
  private static final int TOGETHER = 4;

  static History random(long seed, int rounds) {
    return new Drawn(new Random(seed)).history(rounds);
  }

  int size() {
    return rounds.stream().mapToInt(List::size).sum();
  }

  @Override
  public String toString() {
    return rounds.stream()
        .map(round -> round.stream().map(Command::toString).collect(Collectors.joining("\n   | ")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Draws without knowing what becomes of it: what is refused is worth trying, too. */
  private static final class Drawn {

    private final Random random;
    private final Map<Seat, List<Integer>> resellers = new HashMap<>();
    private final Map<Seat, List<Integer>> customers = new HashMap<>();
    private final Map<Seat, List<Integer>> purchases = new HashMap<>();
    private final Map<Integer, Integer> products = new HashMap<>();
    private final Map<Integer, Integer> buyers = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();

    /** What a round makes is named from the next one on. */
    private final List<Runnable> made = new ArrayList<>();

    private final Seat busiest;
    private int numbers;

    Drawn(Random random) {
      this.random = random;
      this.busiest =
          Seat.distributor(random.nextInt(Seat.DISTRIBUTORS), random.nextInt(Seat.ENVIRONMENTS));
    }

    History history(int length) {
      List<List<Command>> rounds = new ArrayList<>();
      Deque<List<Command>> story = new ArrayDeque<>(twoTiersAtOnce(busiest));
      for (int i = 0; i < length; i++) {
        List<Command> round = new ArrayList<>();
        if (!story.isEmpty() && random.nextBoolean()) {
          round.addAll(story.poll());
        }
        // Mostly about one seat's objects: clients of different trees seldom meet.
        Seat about = distributor();
        int size = 1 + random.nextInt(TOGETHER);
        while (round.size() < size) {
          round.add(command(about));
        }
        rounds.add(round);
        made.forEach(Runnable::run);
        made.clear();
      }
      return new History(rounds);
    }

    /**
     * How an order comes to wait for two tiers that can be approved at the same moment. Amid all
     * else it hardly ever does: its customer's reseller has to move to another one while its own
     * setup is open.
     */
    private List<List<Command>> twoTiersAtOnce(Seat about) {
      int product = 0;
      Seat vendor = Seat.vendor(product, about.environment());
      int former = numbers++;
      int top = numbers++;
      int reseller = numbers++;
      int customer = numbers++;
      return List.of(
          List.of(
              new Command.Open(former, about, false, Model.ROOT),
              new Command.Open(top, about, false, Model.ROOT)),
          List.of(new Command.Open(reseller, about, false, former)),
          List.of(new Command.Open(customer, about, true, reseller)),
          List.of(new Command.Buy(numbers++, about, product, customer)),
          List.of(new Command.DecideTier(vendor, product, former, 2, "approve")),
          List.of(new Command.Move(about, reseller, top)),
          List.of(new Command.Buy(numbers++, about, product, customer)),
          List.of(
              new Command.DecideTier(vendor, product, reseller, 1, "approve"),
              new Command.DecideTier(vendor, product, top, 2, "approve")));
    }

    private Command command(Seat about) {
      if (all(resellers, about).size() < 2) {
        return open(about, false);
      }
      if (all(customers, about).isEmpty()) {
        return open(about, true);
      }
      int account = one(random.nextInt(3) == 0 ? customers : resellers, about);
      return switch (random.nextInt(31)) {
        case 0 -> open(about, random.nextBoolean());
        case 1, 2, 3 -> new Command.Rename(numbers++, writer(about), account);
        case 4, 5 -> new Command.Move(writer(about), account, one(resellers, about));
        case 6 -> new Command.Decommission(writer(about), account);
        case 7 -> new Command.Look(anybody(about), account);
        case 8, 9, 10 -> buy(about);
        case 11, 12, 13, 14 -> decideOrder(about);
        case 15 -> change(about);
        case 16, 17, 18, 19, 20 -> decideTier(about);
        case 21 -> updateTier(about);
        case 22, 23 -> giveValue(about);
        case 24, 25, 26 -> fill(about);
        case 27 -> new Command.RenameAsSeen(numbers++, writer(about), account);
        default -> {
          int product = random.nextInt(PRODUCTS);
          yield new Command.Answer(vendor(product, about), product, account, random.nextInt(3) > 0);
        }
      };
    }

    private Command open(Seat by, boolean customer) {
      int number = numbers++;
      List<Integer> above = all(resellers, by);
      boolean root = above.isEmpty() || (!customer && random.nextInt(4) == 0);
      int parent = root ? Model.ROOT : one(resellers, by);
      Command command = new Command.Open(number, by, customer, parent);
      parents.put(number, parent);
      made.add(() -> all(customer ? customers : resellers, by).add(number));
      return command;
    }

    private Command buy(Seat about) {
      int number = numbers++;
      int product = random.nextInt(PRODUCTS);
      int customer = one(customers, about);
      Command command = new Command.Buy(number, writer(about), product, customer);
      buyers.put(number, customer);
      made.add(() -> all(purchases, about).add(number));
      products.put(number, product);
      return command;
    }

    private Command change(Seat about) {
      if (all(purchases, about).isEmpty()) {
        return buy(about);
      }
      String[] types = {"suspend", "resume", "cancel"};
      int number = numbers++;
      int purchase = one(purchases, about);
      Command command =
          new Command.Change(number, writer(about), purchase, types[random.nextInt(3)]);
      made.add(() -> all(purchases, about).add(number));
      products.put(number, products.get(purchase));
      buyers.put(number, buyers.get(purchase));
      return command;
    }

    private Command decideOrder(Seat about) {
      if (all(purchases, about).isEmpty()) {
        return buy(about);
      }
      int order = one(purchases, about);
      Seat by = random.nextInt(6) == 0 ? writer(about) : vendor(products.get(order), about);
      return new Command.DecideOrder(by, order, random.nextInt(4) > 0);
    }

    private Command decideTier(Seat about) {
      String[] actions = {"approve", "approve", "approve", "approve", "fail", "inquire", "pend"};
      Model.Tier tier = tier(about);
      return new Command.DecideTier(
          random.nextInt(8) == 0 ? writer(about) : vendor(tier.product(), about),
          tier.product(),
          tier.account(),
          tier.level(),
          actions[random.nextInt(actions.length)]);
    }

    private Command updateTier(Seat about) {
      Model.Tier tier = tier(about);
      return new Command.UpdateTier(
          vendor(tier.product(), about), tier.product(), tier.account(), tier.level());
    }

    private Command giveValue(Seat about) {
      Model.Tier tier = tier(about);
      return new Command.GiveValue(
          numbers++, vendor(tier.product(), about), tier.product(), tier.account(), tier.level());
    }

    private Command fill(Seat about) {
      Model.Tier tier = tier(about);
      return new Command.Fill(
          numbers++,
          random.nextInt(8) == 0 ? vendor(tier.product(), about) : writer(about),
          tier.product(),
          tier.account(),
          tier.level());
    }

    /** Of somebody's who bought something, if nothing was moved since. */
    private Model.Tier tier(Seat about) {
      int level = 1 + random.nextInt(2);
      if (all(purchases, about).isEmpty()) {
        return new Model.Tier(0, one(resellers, about), level);
      }
      int purchase = one(purchases, about);
      int account = buyers.get(purchase);
      for (int i = 0; i < level && parents.get(account) != Model.ROOT; i++) {
        account = parents.get(account);
      }
      return new Model.Tier(products.get(purchase), account, level);
    }

    private int one(Map<Seat, List<Integer>> of, Seat about) {
      List<Integer> its = all(of, about);
      // The latest are the ones that still have something to become.
      int back = Math.min(its.size() - 1, (int) Math.abs(random.nextGaussian() * 3));
      return its.get(its.size() - 1 - back);
    }

    private static List<Integer> all(Map<Seat, List<Integer>> of, Seat seat) {
      return of.computeIfAbsent(seat, key -> new ArrayList<>());
    }

    private Seat distributor() {
      if (random.nextInt(5) > 0) {
        return busiest;
      }
      return Seat.distributor(random.nextInt(Seat.DISTRIBUTORS), random.nextInt(4) == 0 ? 1 : 0);
    }

    /** Seldom somebody whose it is not, or in the other environment. */
    private Seat writer(Seat about) {
      return random.nextInt(25) == 0 ? anybody(about) : about;
    }

    private Seat vendor(int product, Seat about) {
      return random.nextInt(25) == 0 ? anybody(about) : Seat.vendor(product, about.environment());
    }

    private Seat anybody(Seat about) {
      int environment = random.nextInt(4) == 0 ? 1 - about.environment() : about.environment();
      return switch (random.nextInt(5)) {
        case 0 -> Seat.ops(environment);
        case 1, 2 -> Seat.vendor(random.nextInt(Seat.VENDORS), environment);
        default -> Seat.distributor(random.nextInt(Seat.DISTRIBUTORS), environment);
      };
    }
  }
}
