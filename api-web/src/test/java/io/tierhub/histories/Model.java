package io.tierhub.histories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the rules say (design §4), as plainly as they can be said: no database, no concurrency, no
 * time. One command after the other, each answered with the statuses that it may have.
 */
final class Model {

  static final int ROOT = -1;

  /** What the products ask of their resellers, by the highest tier; 0 asks nothing. */
  static final int[] LEVELS = {2, 1, 0, 2};

  /** Whether the products' vendors are told of changed accounts. */
  static final boolean[] SYNCED = {true, true, true, false};

  /** The product whose resellers are asked for a value before its vendor sees to them. */
  static final int ASKS = 3;

  private static final Set<Integer> OK = Set.of(200);
  private static final Set<Integer> MADE = Set.of(201);
  private static final Set<Integer> DONE = Set.of(204);
  private static final Set<Integer> REFUSED = Set.of(400);
  private static final Set<Integer> FORBIDDEN = Set.of(403);
  private static final Set<Integer> ABSENT = Set.of(404);
  private static final Set<Integer> DUPLICATE = Set.of(409);
  private static final Set<Integer> STALE = Set.of(412);

  private static final Set<String> OPEN = Set.of("tiers_setup", "inquiring", "pending");

  record Account(
      Seat owner, boolean customer, String name, int parent, int version, boolean living) {}

  record Asset(Seat owner, int product, List<Integer> accounts, String status) {
    boolean inUse() {
      return !status.equals("terminated");
    }
  }

  record Order(int asset, String type, String status, SortedSet<Tier> waitsFor) {}

  /** What an account has agreed with a product as that tier. */
  record Tier(int product, int account, int level) implements Comparable<Tier> {
    private static final Comparator<Tier> ORDER =
        Comparator.comparingInt(Tier::product)
            .thenComparingInt(Tier::account)
            .thenComparingInt(Tier::level);

    @Override
    public int compareTo(Tier other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param above the tier 2 that a setup of tier 1 is bound to, or null
   * @param value what the vendor gave, or null
   * @param filled what the reseller gave, or null
   */
  record TierRequest(String type, String status, Tier above, String value, String filled) {
    TierRequest(String type, String status, Tier above) {
      this(type, status, above, null, null);
    }

    TierRequest in(String other) {
      return new TierRequest(type, other, above, value, filled);
    }

    TierRequest valued(String given) {
      return new TierRequest(type, status, above, given, filled);
    }

    TierRequest filled(String given) {
      return new TierRequest(type, status, above, value, given);
    }
  }

  /**
   * @param value of the vendor's that holds, or null
   * @param filled of the reseller's that holds, or null
   */
  record Configuration(boolean active, List<TierRequest> requests, String value, String filled) {
    int openOrLast() {
      return IntStream.range(0, requests.size())
          .filter(i -> OPEN.contains(requests.get(i).status()))
          .findFirst()
          .orElse(requests.size() - 1);
    }

    boolean hasOpen() {
      return OPEN.contains(requests.get(openOrLast()).status());
    }
  }

  record AccountRequest(int account, int version, int product)
      implements Comparable<AccountRequest> {
    private static final Comparator<AccountRequest> ORDER =
        Comparator.comparingInt(AccountRequest::account)
            .thenComparingInt(AccountRequest::version)
            .thenComparingInt(AccountRequest::product);

    @Override
    public int compareTo(AccountRequest other) {
      return ORDER.compare(this, other);
    }
  }

  private final SortedMap<Integer, Account> accounts;
  private final SortedMap<Integer, Asset> assets;
  private final SortedMap<Integer, Order> orders;
  private final SortedMap<Tier, Configuration> configurations;
  private final SortedMap<AccountRequest, String> accountRequests;

  Model() {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  private Model(
      SortedMap<Integer, Account> accounts,
      SortedMap<Integer, Asset> assets,
      SortedMap<Integer, Order> orders,
      SortedMap<Tier, Configuration> configurations,
      SortedMap<AccountRequest, String> accountRequests) {
    this.accounts = accounts;
    this.assets = assets;
    this.orders = orders;
    this.configurations = configurations;
    this.accountRequests = accountRequests;
  }

  Model copy() {
    return new Model(
        new TreeMap<>(accounts),
        new TreeMap<>(assets),
        new TreeMap<>(orders),
        new TreeMap<>(configurations),
        new TreeMap<>(accountRequests));
  }

  /** Whether all that the command is about was ever made. */
  boolean knowsWhat(Command command) {
    return switch (command) {
      case Command.Open open -> open.parent() == ROOT || accounts.containsKey(open.parent());
      case Command.Rename rename -> accounts.containsKey(rename.account());
      case Command.RenameAsSeen rename -> accounts.containsKey(rename.account());
      case Command.Move move ->
          accounts.containsKey(move.account()) && accounts.containsKey(move.parent());
      case Command.Decommission end -> accounts.containsKey(end.account());
      case Command.Look look -> accounts.containsKey(look.account());
      case Command.Buy buy -> accounts.containsKey(buy.customer());
      case Command.Change change -> orders.containsKey(change.purchase());
      case Command.DecideOrder decide -> orders.containsKey(decide.order());
      case Command.DecideTier decide -> configurations.containsKey(tierOf(decide));
      case Command.UpdateTier update -> configurations.containsKey(tierOf(update));
      case Command.GiveValue give -> configurations.containsKey(tierOf(give));
      case Command.Fill fill -> fill.product() == ASKS && configurations.containsKey(tierOf(fill));
      case Command.Answer answer -> requestOf(answer) != null;
    };
  }

  static Tier tierOf(Command.DecideTier decide) {
    return new Tier(decide.product(), decide.account(), decide.level());
  }

  static Tier tierOf(Command.UpdateTier update) {
    return new Tier(update.product(), update.account(), update.level());
  }

  static Tier tierOf(Command.GiveValue give) {
    return new Tier(give.product(), give.account(), give.level());
  }

  static Tier tierOf(Command.Fill fill) {
    return new Tier(fill.product(), fill.account(), fill.level());
  }

  /** The number of the request that is meant, of those of its configuration. */
  int requestOf(Tier tier) {
    return configuration(tier).openOrLast();
  }

  AccountRequest requestOf(Command.Answer answer) {
    AccountRequest last = null;
    for (AccountRequest request : accountRequests.keySet()) {
      if (request.account() == answer.account() && request.product() == answer.product()) {
        if ("pending".equals(accountRequests.get(request))) {
          return request;
        }
        last = request;
      }
    }
    return last;
  }

  /**
   * Does it, unless it is to be refused.
   *
   * @param seen what was there when the command was sent: by it the client chose what to name
   * @return the statuses that its answer may have
   */
  Set<Integer> apply(Command command, Model seen) {
    return command.by().ops() ? forOps(command) : forPartner(command, seen);
  }

  /** Who reads everything of its environment and changes nothing. */
  private Set<Integer> forOps(Command command) {
    return switch (command) {
      case Command.Open _, Command.Buy _, Command.Change _, Command.UpdateTier _ -> FORBIDDEN;
      case Command.Look look -> look(look);
      case Command.Rename rename -> forbidden(rename.by(), rename.account());
      case Command.RenameAsSeen rename -> forbidden(rename.by(), rename.account());
      case Command.Move move -> forbidden(move.by(), move.account());
      case Command.Decommission end -> forbidden(end.by(), end.account());
      case Command.DecideOrder decide ->
          forbidden(decide.by(), asset(order(decide.order()).asset()).owner());
      case Command.DecideTier decide -> forbidden(decide.by(), account(decide.account()).owner());
      case Command.GiveValue give -> forbidden(give.by(), account(give.account()).owner());
      case Command.Fill fill -> forbidden(fill.by(), account(fill.account()).owner());
      case Command.Answer answer -> forbidden(answer.by(), account(answer.account()).owner());
    };
  }

  private Set<Integer> forbidden(Seat by, int account) {
    return account(account).living() ? forbidden(by, account(account).owner()) : Set.of(403, 404);
  }

  private static Set<Integer> forbidden(Seat by, Seat owner) {
    return by.environment() == owner.environment() ? FORBIDDEN : ABSENT;
  }

  private Set<Integer> forPartner(Command command, Model seen) {
    return switch (command) {
      case Command.Open open -> open(open);
      case Command.Rename rename -> change(rename.by(), rename.account(), nameOf(rename), null);
      case Command.RenameAsSeen rename -> renameAsSeen(rename, seen);
      case Command.Move move -> change(move.by(), move.account(), null, move.parent());
      case Command.Decommission end -> decommission(end);
      case Command.Look look -> look(look);
      case Command.Buy buy -> buy(buy);
      case Command.Change change -> changeAsset(change);
      case Command.DecideOrder decide -> decideOrder(decide);
      case Command.DecideTier decide -> decideTier(decide, seen.requestOf(tierOf(decide)));
      case Command.UpdateTier update -> updateTier(update);
      case Command.GiveValue give -> giveValue(give, seen.requestOf(tierOf(give)));
      case Command.Fill fill -> fill(fill, seen.requestOf(tierOf(fill)));
      case Command.Answer answer -> answer(answer, seen.requestOf(answer));
    };
  }

  // Accounts

  private Set<Integer> open(Command.Open open) {
    if (open.parent() != ROOT && !mayBeParent(open.parent(), open.by())) {
      return REFUSED;
    }
    accounts.put(
        open.number(),
        new Account(open.by(), open.customer(), nameOf(open), open.parent(), 1, true));
    return MADE;
  }

  private boolean mayBeParent(int parent, Seat owner) {
    Account above = account(parent);
    return above.living() && !above.customer() && above.owner().equals(owner);
  }

  static String nameOf(Command.Open open) {
    return "Account " + open.number();
  }

  static String nameOf(Command.Rename rename) {
    return "Renamed " + rename.number();
  }

  static String nameOf(Command.RenameAsSeen rename) {
    return "Renamed " + rename.number();
  }

  private Set<Integer> renameAsSeen(Command.RenameAsSeen rename, Model seen) {
    int number = rename.account();
    Account account = account(number);
    boolean stale = !shown(number).equals(seen.shown(number));
    return account.living() && account.owner().equals(rename.by()) && stale
        ? STALE
        : change(rename.by(), number, nameOf(rename), null);
  }

  /** All of an account that its owner is shown: it has a tag by this. */
  private String shown(int number) {
    Account account = account(number);
    String above = account.parent() == ROOT ? "" : account(account.parent()).name();
    String scopes =
        assets.values().stream()
            .map(asset -> asset.accounts().indexOf(number))
            .filter(tier -> tier >= 0)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining());
    return "%d %s %s".formatted(account.version(), above, scopes);
  }

  /**
   * @param name the new one, or null
   * @param parent the new one, or null
   */
  private Set<Integer> change(Seat by, int number, String name, Integer parent) {
    Account account = account(number);
    if (!account.living()) {
      return ABSENT;
    }
    if (!account.owner().equals(by)) {
      return sees(by, number) ? FORBIDDEN : ABSENT;
    }
    int under = parent == null ? account.parent() : parent;
    if (parent != null) {
      if (parent == account.parent()) {
        return OK;
      }
      if (!mayBeParent(parent, by) || isAtOrBelow(parent, number)) {
        return REFUSED;
      }
    }
    int version = account.version() + 1;
    accounts.put(
        number,
        new Account(
            account.owner(),
            account.customer(),
            name == null ? account.name() : name,
            under,
            version,
            true));
    assets.values().stream()
        .filter(asset -> asset.inUse() && asset.accounts().contains(number))
        .map(Asset::product)
        .distinct()
        .forEach(product ->
            accountRequests.put(
                new AccountRequest(number, version, product),
                SYNCED[product] ? "pending" : "unsupported"));
    return OK;
  }

  private boolean isAtOrBelow(int account, int above) {
    for (int one = account; one != ROOT; one = account(one).parent()) {
      if (one == above) {
        return true;
      }
    }
    return false;
  }

  private Set<Integer> decommission(Command.Decommission end) {
    int number = end.account();
    Account account = account(number);
    if (!account.living()) {
      return ABSENT;
    }
    if (!account.owner().equals(end.by())) {
      return sees(end.by(), number) ? FORBIDDEN : ABSENT;
    }
    boolean held =
        accounts.values().stream().anyMatch(one -> one.living() && one.parent() == number)
            || assets.values().stream()
                .anyMatch(asset -> asset.inUse() && asset.accounts().contains(number))
            || configurations.entrySet().stream()
                .anyMatch(one -> one.getKey().account() == number && one.getValue().hasOpen());
    if (held) {
      return REFUSED;
    }
    accounts.put(
        number,
        new Account(
            account.owner(),
            account.customer(),
            account.name(),
            account.parent(),
            account.version(),
            false));
    return DONE;
  }

  private Set<Integer> look(Command.Look look) {
    return account(look.account()).living() && sees(look.by(), look.account()) ? OK : ABSENT;
  }

  private boolean sees(Seat seat, int number) {
    Account account = account(number);
    if (account.owner().environment() != seat.environment()) {
      return false;
    }
    if (!seat.vendor()) {
      return seat.ops() || account.owner().equals(seat);
    }
    return assets.values().stream()
        .anyMatch(asset -> asset.product() == seat.company() && asset.accounts().contains(number));
  }

  // Orders

  private Set<Integer> buy(Command.Buy buy) {
    Account customer = account(buy.customer());
    if (!customer.owner().equals(buy.by())) {
      return buy.by().vendor() ? FORBIDDEN : REFUSED;
    }
    if (!customer.living()) {
      return REFUSED;
    }
    List<Integer> chain = new ArrayList<>();
    for (int one = buy.customer(); one != ROOT && chain.size() < 3; one = account(one).parent()) {
      chain.add(one);
    }
    SortedSet<Tier> waitsFor = new TreeSet<>();
    Tier above = null;
    for (int level = Math.min(LEVELS[buy.product()], chain.size() - 1); level > 0; level--) {
      Tier tier = new Tier(buy.product(), chain.get(level), level);
      if (setUp(tier, above)) {
        waitsFor.add(tier);
      }
      above = tier;
    }
    assets.put(buy.number(), new Asset(buy.by(), buy.product(), List.copyOf(chain), "processing"));
    orders.put(
        buy.number(),
        new Order(
            buy.number(), "purchase", waitsFor.isEmpty() ? "pending" : "tiers_setup", waitsFor));
    return MADE;
  }

  /** Whether one has to wait for it. */
  private boolean setUp(Tier tier, Tier above) {
    Configuration configuration = configurations.get(tier);
    if (configuration != null && (configuration.active() || configuration.hasOpen())) {
      return !configuration.active();
    }
    List<TierRequest> requests =
        new ArrayList<>(configuration == null ? List.of() : configuration.requests());
    boolean waits = above != null && !configuration(above).active();
    requests.add(new TierRequest("setup", waits ? "tiers_setup" : begun(tier), above));
    configurations.put(tier, new Configuration(false, List.copyOf(requests), null, null));
    return true;
  }

  /** Where a setup stands that waits for no other. */
  private static String begun(Tier tier) {
    return tier.product() == ASKS ? "inquiring" : "pending";
  }

  private Set<Integer> changeAsset(Command.Change change) {
    int number = order(change.purchase()).asset();
    Asset asset = asset(number);
    if (!asset.owner().equals(change.by())) {
      return change.by().vendor() ? FORBIDDEN : REFUSED;
    }
    boolean open =
        orders.values().stream()
            .anyMatch(one -> one.asset() == number && OPEN.contains(one.status()));
    if (open) {
      return DUPLICATE;
    }
    String needed = change.type().equals("resume") ? "suspended" : "active";
    if (!asset.status().equals(needed)) {
      return REFUSED;
    }
    if (change.type().equals("cancel")) {
      become(number, "terminating");
    }
    orders.put(change.number(), new Order(number, change.type(), "pending", new TreeSet<>()));
    return MADE;
  }

  private void become(int number, String status) {
    Asset asset = asset(number);
    assets.put(number, new Asset(asset.owner(), asset.product(), asset.accounts(), status));
  }

  private Set<Integer> decideOrder(Command.DecideOrder decide) {
    Order order = order(decide.order());
    Asset asset = asset(order.asset());
    Seat by = decide.by();
    if (!mayAct(by, asset.owner(), asset.product())) {
      return ABSENT;
    }
    if (decide.approve()) {
      if (!by.vendor()) {
        return FORBIDDEN;
      }
      if (!order.status().equals("pending")) {
        return REFUSED;
      }
      end(decide.order(), "approved");
      become(
          order.asset(),
          switch (order.type()) {
            case "suspend" -> "suspended";
            case "cancel" -> "terminated";
            default -> "active";
          });
      return OK;
    }
    boolean mayFail =
        OPEN.contains(order.status()) && (by.vendor() || !order.status().equals("pending"));
    if (!mayFail) {
      return REFUSED;
    }
    failOrder(decide.order());
    return OK;
  }

  private static boolean mayAct(Seat by, Seat owner, int product) {
    return by.environment() == owner.environment()
        && (by.vendor() ? by.company() == product : by.equals(owner));
  }

  private void failOrder(int number) {
    Order order = order(number);
    end(number, "failed");
    switch (order.type()) {
      case "purchase" -> become(order.asset(), "terminated");
      case "cancel" -> become(order.asset(), "active");
      default -> {}
    }
  }

  private void end(int number, String status) {
    Order order = order(number);
    orders.put(number, new Order(order.asset(), order.type(), status, new TreeSet<>()));
  }

  // Tier configurations

  private Set<Integer> decideTier(Command.DecideTier decide, int number) {
    Tier tier = tierOf(decide);
    Configuration configuration = configuration(tier);
    TierRequest request = configuration.requests().get(number);
    if (!mayAct(decide.by(), account(tier.account()).owner(), tier.product())) {
      return ABSENT;
    }
    Set<String> from =
        switch (decide.action()) {
          case "fail" -> OPEN;
          case "pend" -> Set.of("inquiring");
          default -> Set.of("pending");
        };
    boolean vendors = decide.action().equals("approve") || decide.action().equals("inquire");
    if (vendors && !decide.by().vendor()) {
      return FORBIDDEN;
    }
    if (!from.contains(request.status())) {
      return REFUSED;
    }
    boolean filled = request.filled() != null || configuration.filled() != null;
    if (decide.action().equals("approve") && tier.product() == ASKS && !filled) {
      return REFUSED;
    }
    switch (decide.action()) {
      case "approve" -> {
        become(tier, number, "approved", true);
        release(tier);
      }
      case "fail" -> {
        become(tier, number, "failed", configuration.active());
        if (request.type().equals("setup")) {
          fall(tier);
        }
      }
      case "inquire" -> become(tier, number, "inquiring", configuration.active());
      default -> become(tier, number, "pending", configuration.active());
    }
    return decide.action().equals("approve") ? OK : DONE;
  }

  private void become(Tier tier, int number, String status, boolean active) {
    List<TierRequest> requests = new ArrayList<>(configuration(tier).requests());
    TierRequest request = requests.get(number);
    requests.set(number, request.in(status));
    Configuration before = configuration(tier);
    boolean holds = status.equals("approved");
    configurations.put(
        tier,
        new Configuration(
            active,
            List.copyOf(requests),
            holds && request.value() != null ? request.value() : before.value(),
            holds && request.filled() != null ? request.filled() : before.filled()));
  }

  private void release(Tier satisfied) {
    waitingBelow(satisfied).forEach((tier, number) -> become(tier, number, begun(tier), false));
    waitingOrders(satisfied)
        .forEach(number -> {
          Order order = order(number);
          SortedSet<Tier> rest = new TreeSet<>(order.waitsFor());
          rest.remove(satisfied);
          orders.put(
              number,
              new Order(
                  order.asset(), order.type(), rest.isEmpty() ? "pending" : order.status(), rest));
        });
  }

  private void fall(Tier failed) {
    waitingBelow(failed)
        .forEach((tier, number) -> {
          become(tier, number, "failed", false);
          fall(tier);
        });
    waitingOrders(failed).forEach(this::failOrder);
  }

  /** The setups of tier 1 that wait for it, by their numbers. */
  private Map<Tier, Integer> waitingBelow(Tier above) {
    Map<Tier, Integer> waiting = new TreeMap<>();
    configurations.forEach((tier, configuration) -> {
      int number = configuration.openOrLast();
      TierRequest request = configuration.requests().get(number);
      if (request.status().equals("tiers_setup") && above.equals(request.above())) {
        waiting.put(tier, number);
      }
    });
    return waiting;
  }

  private List<Integer> waitingOrders(Tier tier) {
    return orders.entrySet().stream()
        .filter(order -> order.getValue().waitsFor().contains(tier))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Set<Integer> updateTier(Command.UpdateTier update) {
    Tier tier = tierOf(update);
    Configuration configuration = configuration(tier);
    Seat owner = account(tier.account()).owner();
    if (!mayAct(update.by(), owner, tier.product())) {
      return Set.of(400, 404);
    }
    if (!configuration.active()) {
      return REFUSED;
    }
    if (configuration.hasOpen()) {
      return DUPLICATE;
    }
    List<TierRequest> requests = new ArrayList<>(configuration.requests());
    requests.add(new TierRequest("update", "pending", null));
    configurations.put(
        tier,
        new Configuration(
            true, List.copyOf(requests), configuration.value(), configuration.filled()));
    return MADE;
  }

  private Set<Integer> giveValue(Command.GiveValue give, int number) {
    boolean turn = give.by().vendor();
    String value = "value " + give.number();
    return give(give.by(), tierOf(give), number, turn, "pending", one -> one.valued(value));
  }

  private Set<Integer> fill(Command.Fill fill, int number) {
    boolean turn = !fill.by().vendor();
    String value = "filled " + fill.number();
    return give(fill.by(), tierOf(fill), number, turn, "inquiring", one -> one.filled(value));
  }

  /**
   * @param turn whether that value is of whoever gives it
   * @param status in which it may be given
   */
  private Set<Integer> give(
      Seat by,
      Tier tier,
      int number,
      boolean turn,
      String status,
      UnaryOperator<TierRequest> value) {
    Configuration configuration = configuration(tier);
    TierRequest request = configuration.requests().get(number);
    if (!mayAct(by, account(tier.account()).owner(), tier.product())) {
      return ABSENT;
    }
    if (!turn || !request.status().equals(status)) {
      return REFUSED;
    }
    List<TierRequest> requests = new ArrayList<>(configuration.requests());
    requests.set(number, value.apply(request));
    configurations.put(
        tier,
        new Configuration(
            configuration.active(),
            List.copyOf(requests),
            configuration.value(),
            configuration.filled()));
    return OK;
  }

  private Set<Integer> answer(Command.Answer answer, AccountRequest request) {
    if (!mayAct(answer.by(), account(request.account()).owner(), request.product())) {
      return ABSENT;
    }
    if (!answer.by().vendor()) {
      return FORBIDDEN;
    }
    if (!"pending".equals(accountRequests.get(request))) {
      return REFUSED;
    }
    accountRequests.put(request, answer.accept() ? "accepted" : "ignored");
    return OK;
  }

  /**
   * What vendors would do next, each about something else, so that in the end nothing is open.
   * Nothing waits for ever: whoever is parked waits for somebody who is in here.
   */
  List<Command> openWork() {
    List<Command> work = new ArrayList<>();
    configurations.forEach((tier, configuration) -> {
      Seat vendor = vendorOf(tier.product(), account(tier.account()).owner());
      TierRequest request = configuration.requests().get(configuration.openOrLast());
      boolean lacks =
          tier.product() == ASKS && request.filled() == null && configuration.filled() == null;
      boolean pending = request.status().equals("pending");
      if (request.status().equals("inquiring") && lacks) {
        Seat owner = account(tier.account()).owner();
        work.add(new Command.Fill(0, owner, tier.product(), tier.account(), tier.level()));
      } else if (pending || request.status().equals("inquiring")) {
        String action = !pending ? "pend" : lacks ? "inquire" : "approve";
        work.add(
            new Command.DecideTier(vendor, tier.product(), tier.account(), tier.level(), action));
      }
    });
    orders.forEach((number, order) -> {
      if (order.status().equals("pending")) {
        Asset asset = asset(order.asset());
        work.add(new Command.DecideOrder(vendorOf(asset.product(), asset.owner()), number, true));
      }
    });
    accountRequests.forEach((request, status) -> {
      if (status.equals("pending")) {
        Seat vendor = vendorOf(request.product(), account(request.account()).owner());
        Command answer = new Command.Answer(vendor, request.product(), request.account(), true);
        if (!work.contains(answer)) {
          work.add(answer);
        }
      }
    });
    return work;
  }

  private static Seat vendorOf(int product, Seat owner) {
    return Seat.vendor(product, owner.environment());
  }

  /** The numbers of orders that are not at their end. */
  List<Integer> openOrders() {
    return orders.entrySet().stream()
        .filter(order -> OPEN.contains(order.getValue().status()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The number of the purchase that made what that order is about. */
  int assetOf(int order) {
    return order(order).asset();
  }

  // What is to be seen of it

  /** What that seat finds in all its lists. */
  SortedMap<String, String> seenFrom(Seat seat) {
    SortedMap<String, String> seen = new TreeMap<>();
    accounts.forEach((number, account) -> {
      if (account.living() && sees(seat, number)) {
        seen.put(
            "account " + number, "version %d '%s'".formatted(account.version(), account.name()));
        if (!seat.vendor() && account.parent() != ROOT) {
          seen.put("parent of account " + number, "account " + account.parent());
        }
      }
    });
    orders.forEach((number, order) -> {
      Asset asset = asset(order.asset());
      if (mayAct(seat, asset.owner(), asset.product())) {
        seen.put(
            "order " + number,
            "%s %s of a %s asset of %s"
                .formatted(order.type(), order.status(), asset.status(), asset.accounts()));
      }
    });
    configurations.forEach((tier, configuration) -> {
      if (mayAct(seat, account(tier.account()).owner(), tier.product())) {
        seen.put(
            tier.toString(),
            configuration.requests().stream()
                .map(request -> request.type() + " " + request.status())
                .collect(
                    Collectors.joining(
                        ", ", configuration.active() ? "active: " : "processing: ", "")));
        see(seen, "f%d of %s".formatted(tier.level(), tier), configuration.value());
        see(seen, "o%d of %s".formatted(tier.level(), tier), configuration.filled());
        TierRequest last = configuration.requests().get(configuration.openOrLast());
        if (OPEN.contains(last.status())) {
          see(seen, "f%d asked of %s".formatted(tier.level(), tier), last.value());
          see(seen, "o%d asked of %s".formatted(tier.level(), tier), last.filled());
        }
      }
    });
    accountRequests.forEach((request, status) -> {
      if (mayAct(seat, account(request.account()).owner(), request.product())) {
        seen.put(request.toString(), status);
      }
    });
    return seen;
  }

  private static void see(SortedMap<String, String> seen, String what, String value) {
    if (value != null) {
      seen.put(what, value);
    }
  }

  /** What the server calls the things of the model. */
  interface Ids {
    String account(int number);

    String order(int number);

    String asset(int number);

    String request(Tier tier, int number);

    String request(AccountRequest request);
  }

  /** What a distributor knows who has read nothing but the feed: of each id its last state. */
  SortedMap<String, String> toldTo(Seat owner, Ids ids) {
    SortedMap<String, String> told = new TreeMap<>();
    accounts.forEach((number, account) -> {
      if (account.owner().equals(owner)) {
        told.put(ids.account(number), "version " + account.version());
      }
    });
    orders.forEach((number, order) -> {
      Asset asset = asset(order.asset());
      if (asset.owner().equals(owner)) {
        told.put(ids.order(number), order.status());
        told.put(ids.asset(order.asset()), asset.status());
      }
    });
    configurations.forEach((tier, configuration) -> {
      for (int i = 0; i < configuration.requests().size(); i++) {
        if (account(tier.account()).owner().equals(owner)) {
          told.put(ids.request(tier, i), configuration.requests().get(i).status());
        }
      }
    });
    accountRequests.forEach((request, status) -> {
      if (account(request.account()).owner().equals(owner)) {
        told.put(ids.request(request), status);
      }
    });
    return told;
  }

  private Account account(int number) {
    return Objects.requireNonNull(accounts.get(number));
  }

  private Asset asset(int number) {
    return Objects.requireNonNull(assets.get(number));
  }

  private Order order(int number) {
    return Objects.requireNonNull(orders.get(number));
  }

  private Configuration configuration(Tier tier) {
    return Objects.requireNonNull(configurations.get(tier));
  }
}
