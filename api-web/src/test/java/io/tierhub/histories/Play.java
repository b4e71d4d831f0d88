package io.tierhub.histories;

import static io.tierhub.support.Together.together;
import static org.awaitility.Awaitility.await;

import io.tierhub.histories.Client.Fate;
import io.tierhub.histories.Client.Heard;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * Plays a history against the server. What the server answers to the commands of a round, and what
 * everybody finds in their lists afterwards, must be what the model says for some order of the
 * commands.
 */
final class Play implements Model.Ids, AutoCloseable {

  /** Everybody looks at their lists after so many rounds, and after each one who did something. */
  private static final int ALL_LOOK = 5;

  /** How often which kind of command was answered how, in all plays. */
  static final ConcurrentSkipListMap<String, Integer> ANSWERED = new ConcurrentSkipListMap<>();

  private static final Set<String> OPEN = Set.of("tiers_setup", "inquiring", "pending");

  private static final Duration FEED_WITHIN = Duration.ofSeconds(60);
  private static final Duration READ_WITHIN = Duration.ofMinutes(5);

  /** With all their orders, about as many calls at once as a history has. */
  private static final int AT_ONCE = 4;

  private static final String UID = "u-";

  private final Stage stage;
  private final Door door;
  private final Random habits;
  private final Map<Integer, String> ids = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Model.Tier, List<String>> tierRequests = new HashMap<>();
  private final Map<Model.Tier, String> configurations = new HashMap<>();
  private final Map<Model.AccountRequest, String> accountRequests = new HashMap<>();
  private final Map<Seat, Follower> followers = new HashMap<>();
  private Model model = new Model();

  /** What was asked for in this round and not answered: it may be there all the same. */
  private List<Command> unanswered = List.of();

  /**
   * @param seed of what kinds of clients send which commands
   */
  Play(Stage stage, Door door, long seed) {
    this.stage = stage;
    this.door = door;
    this.habits = new Random(seed);
    stage
        .tokens()
        .forEach((seat, token) -> {
          if (seat.role() == Role.DISTRIBUTOR) {
            followers.put(seat, new Follower(door, token, seed + followers.size()));
          }
        });
  }

  @Override
  public void close() {
    followers.values().forEach(Follower::close);
  }

  /** What went wrong, or nothing. */
  static Optional<String> of(History history, Stage stage, Door door) throws Exception {
    try (Play play = new Play(stage, door, history.size())) {
      Optional<String> wrong = play.through(history, () -> false);
      return wrong.isPresent() ? wrong : play.lookBack();
    }
  }

  /** Whether every kind of command was sent, and about something that was there. */
  static boolean triedEverything() {
    return Arrays.stream(Command.class.getPermittedSubclasses())
        .allMatch(kind ->
            ANSWERED.keySet().stream().anyMatch(one -> one.startsWith(kind.getSimpleName())));
  }

  /** Plays until the end of the history, or until it is enough. */
  Optional<String> through(History history, BooleanSupplier enough) throws Exception {
    for (int number = 0; number < history.rounds().size() && !enough.getAsBoolean(); number++) {
      List<Command> sensible =
          history.rounds().get(number).stream().filter(model::knowsWhat).toList();
      Optional<String> wrong = play(sensible, (number + 1) % ALL_LOOK == 0);
      if (wrong.isPresent()) {
        int failed = number;
        return wrong.map(what -> "in round %d, %s".formatted(failed, what));
      }
    }
    return Optional.empty();
  }

  /** The vendors answer all that is open, so that nothing waits any more. */
  Optional<String> finish() throws Exception {
    for (List<Command> work = model.openWork(); !work.isEmpty(); work = model.openWork()) {
      Optional<String> wrong = play(work.subList(0, Math.min(work.size(), AT_ONCE)), false);
      if (wrong.isPresent()) {
        return wrong.map(what -> "when all was to be ended, " + what);
      }
    }
    return model.openOrders().isEmpty()
        ? Optional.empty()
        : Optional.of("nobody can end the orders " + model.openOrders());
  }

  /** What everybody finds at last, and who has read nothing but the feed. */
  Optional<String> lookBack() throws Exception {
    Optional<String> wrong = play(List.of(), true);
    for (Seat seat : stage.tokens().keySet()) {
      if (wrong.isEmpty() && seat.role() == Role.DISTRIBUTOR) {
        wrong = readFeed(seat);
      }
    }
    return wrong;
  }

  /** Somebody who was away reads all at once, and knows what everybody else has found. */
  private Optional<String> readFeed(Seat seat) {
    SortedMap<String, String> expected = model.toldTo(seat, this);
    Told told = new Told();
    List<String> wrong = new ArrayList<>();
    long[] after = {0};
    try {
      await()
          .atMost(FEED_WITHIN)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> {
            Api.Answer page = read(seat, "/feed?limit=1000&after=" + after[0]);
            page.json().forEach(told::hear);
            after[0] = Long.parseLong(page.header("X-Feed-Position"));
            return page.json().isEmpty() && told.states().equals(expected);
          });
    } catch (ConditionTimeoutException late) {
      wrong.add("from the feed alone" + difference(expected, told.states()));
    }
    wrong.addAll(told.wrong());
    wrong.addAll(copied(seat, expected));
    return wrong.isEmpty() ? Optional.empty() : Optional.of(seat + " heard " + wrong);
  }

  /** What the program that followed all the time, and was killed now and then, knows as well. */
  private List<String> copied(Seat seat, SortedMap<String, String> expected) {
    Told copy = followers.get(seat).told();
    try {
      await()
          .atMost(FEED_WITHIN)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> copy.states().equals(expected));
    } catch (ConditionTimeoutException late) {
      List<String> wrong = new ArrayList<>(copy.wrong());
      wrong.add("in its copy" + difference(expected, copy.states()));
      return wrong;
    }
    return copy.wrong();
  }

  private Optional<String> play(List<Command> round, boolean allLook) throws Exception {
    List<Callable<Heard>> calls = round.stream().map(this::sending).toList();
    List<Heard> heard = together(calls);
    for (int i = 0; i < round.size(); i++) {
      remember(round.get(i), heard.get(i));
    }
    unanswered =
        IntStream.range(0, round.size())
            .filter(i -> heard.get(i).fate() == Fate.UNKNOWN)
            .mapToObj(round::get)
            .toList();
    if (!unanswered.isEmpty()) {
      door.awaitCalm();
    }
    Map<Seat, SortedMap<String, String>> found = new HashMap<>();
    for (Seat seat : stage.tokens().keySet()) {
      boolean looks =
          allLook
              || !unanswered.isEmpty()
              || round.stream().anyMatch(command -> command.by().equals(seat));
      if (looks && !seat.ops()) {
        found.put(seat, look(seat));
      }
    }
    List<String> differences = new ArrayList<>();
    for (List<Integer> order : orders(heard)) {
      Model then = model.copy();
      String difference = difference(round, order, heard, found, then);
      if (difference.isEmpty()) {
        model = then;
        return Optional.empty();
      }
      differences.add(difference);
    }
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < round.size(); i++) {
      told.append(
          "\n  %s\n    was answered %s %d %s"
              .formatted(
                  round.get(i), heard.get(i).fate(), heard.get(i).status(), heard.get(i).words()));
    }
    return Optional.of(
        told
            + "\nbut the model says, for each order of them:"
            + differences.stream().distinct().collect(Collectors.joining("")));
  }

  /** Has the model do the round in that order; the first thing that is not as it says. */
  private static String difference(
      List<Command> round,
      List<Integer> order,
      List<Heard> heard,
      Map<Seat, SortedMap<String, String>> found,
      Model then) {
    Model seen = then.copy();
    for (int i : order) {
      Set<Integer> expected = then.apply(round.get(i), seen);
      boolean fits =
          heard.get(i).fate() == Fate.UNKNOWN
              ? expected.stream().anyMatch(status -> status < 300)
              : expected.contains(heard.get(i).status());
      if (!fits) {
        return "\n  %s: %s to %s".formatted(order, expected, round.get(i));
      }
    }
    for (Map.Entry<Seat, SortedMap<String, String>> one : found.entrySet()) {
      SortedMap<String, String> expected = then.seenFrom(one.getKey());
      if (!expected.equals(one.getValue())) {
        return "\n  %s: %s finds%s"
            .formatted(order, one.getKey(), difference(expected, one.getValue()));
      }
    }
    return "";
  }

  private static String difference(
      SortedMap<String, String> expected, SortedMap<String, String> found) {
    SortedMap<String, String> all = new TreeMap<>(expected);
    found.forEach((what, value) -> {
      if (value.equals(expected.get(what))) {
        all.remove(what);
      } else {
        all.put(what, "'%s' instead of '%s'".formatted(value, expected.get(what)));
      }
    });
    StringBuilder told = new StringBuilder();
    all.forEach((what, value) ->
        told.append("\n    %s: %s".formatted(what, found.containsKey(what) ? value : "nothing")));
    return told.toString();
  }

  /** All orders of what was answered and any of what may have been done. */
  private static List<List<Integer>> orders(List<Heard> heard) {
    List<Integer> sure = with(Fate.ANSWERED, heard);
    List<Integer> perhaps = with(Fate.UNKNOWN, heard);
    List<List<Integer>> orders = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << perhaps.size(); chosen++) {
      List<Integer> done = new ArrayList<>(sure);
      for (int i = 0; i < perhaps.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          done.add(perhaps.get(i));
        }
      }
      permute(new ArrayList<>(), done, orders::add);
    }
    return orders;
  }

  private static List<Integer> with(Fate fate, List<Heard> heard) {
    return IntStream.range(0, heard.size())
        .filter(i -> heard.get(i).fate() == fate)
        .boxed()
        .toList();
  }

  private static void permute(
      List<Integer> begun, List<Integer> all, Consumer<List<Integer>> each) {
    if (begun.size() == all.size()) {
      each.accept(List.copyOf(begun));
      return;
    }
    for (int i : all) {
      if (!begun.contains(i)) {
        begun.add(i);
        permute(begun, all, each);
        begun.removeLast();
      }
    }
  }

  // What is sent

  private Callable<Heard> sending(Command command) {
    Client client = Client.values()[habits.nextInt(Client.values().length)];
    Call call = call(command);
    String token = stage.tokens().get(command.by());
    return () -> client.send(command, call, door, token);
  }

  private Call call(Command command) {
    return switch (command) {
      case Command.Open open ->
          Call.post(
              "/tier/accounts",
              World.accountBody(
                  open.customer() ? "customer" : "reseller",
                  Model.nameOf(open),
                  open.parent() == Model.ROOT ? null : ids.get(open.parent()),
                  uid(open.number())));
      case Command.Rename rename ->
          Call.put(pathOf(rename.account()), "{\"name\": \"%s\"}".formatted(Model.nameOf(rename)));
      case Command.RenameAsSeen rename ->
          Call.put(pathOf(rename.account()), "{\"name\": \"%s\"}".formatted(Model.nameOf(rename)))
              .asSeen(tagOf(rename.by(), pathOf(rename.account())));
      case Command.Move move ->
          Call.put(
              pathOf(move.account()),
              "{\"parent\": {\"id\": \"%s\"}}".formatted(ids.get(move.parent())));
      case Command.Decommission end -> Call.delete(pathOf(end.account()));
      case Command.Look look -> Call.get(pathOf(look.account()));
      case Command.Buy buy ->
          Call.post(
              "/requests",
              World.purchaseBody(stage.products().get(buy.product()), ids.get(buy.customer()))
                  .replaceFirst("\"product\"", uid(buy.number()) + ", \"product\""));
      case Command.Change change ->
          Call.post(
              "/requests",
              "{\"type\": \"%s\", \"asset\": {\"id\": \"%s\"}}"
                  .formatted(change.type(), assetOf(ids.get(change.purchase()))));
      case Command.DecideOrder decide ->
          Call.post(
              "/requests/" + ids.get(decide.order()) + (decide.approve() ? "/approve" : "/fail"),
              decide.approve() ? null : REASON);
      case Command.DecideTier decide ->
          Call.post(
              "/tier/config-requests/%s/%s"
                  .formatted(
                      tierRequests
                          .get(Model.tierOf(decide))
                          .get(model.requestOf(Model.tierOf(decide))),
                      decide.action()),
              decide.action().equals("fail") ? REASON : null);
      case Command.UpdateTier update ->
          Call.post(
              "/tier/config-requests",
              "{\"type\": \"update\", \"configuration\": {\"id\": \"%s\"}}"
                  .formatted(configurations.get(Model.tierOf(update))));
      case Command.GiveValue give ->
          Call.put(
              "/tier/config-requests/"
                  + tierRequests.get(Model.tierOf(give)).get(model.requestOf(Model.tierOf(give))),
              "{\"params\": [{\"id\": \"f%d\", \"value\": \"value %d\"}]}"
                  .formatted(give.level(), give.number()));
      case Command.Fill fill ->
          Call.put(
              "/tier/config-requests/"
                  + tierRequests.get(Model.tierOf(fill)).get(model.requestOf(Model.tierOf(fill))),
              "{\"params\": [{\"id\": \"o%d\", \"value\": \"filled %d\"}]}"
                  .formatted(fill.level(), fill.number()));
      case Command.Answer answer ->
          Call.post(
              "/tier/account-requests/%s/%s"
                  .formatted(
                      accountRequests.get(model.requestOf(answer)),
                      answer.accept() ? "accept" : "ignore"),
              answer.accept() ? null : REASON);
    };
  }

  /** By which it is found again if the answer was lost. */
  private static String uid(int number) {
    return "\"external_uid\": \"%s%d\"".formatted(UID, number);
  }

  private static final String REASON = "{\"reason\": \"Drawn by lot.\"}";

  @Override
  public String account(int number) {
    return ids.get(number);
  }

  @Override
  public String order(int number) {
    return ids.get(number);
  }

  @Override
  public String asset(int number) {
    return assetOf(ids.get(number));
  }

  @Override
  public String request(Model.Tier tier, int number) {
    return tierRequests.get(tier).get(number);
  }

  @Override
  public String request(Model.AccountRequest request) {
    return accountRequests.get(request);
  }

  private String pathOf(int account) {
    return "/tier/accounts/" + ids.get(account);
  }

  /** The id of a request is its asset's and a number (wire-format §1.2). */
  private static String assetOf(String order) {
    return "AS" + order.substring(2, order.lastIndexOf('-'));
  }

  private void remember(Command command, Heard heard) {
    ANSWERED.merge(
        command.getClass().getSimpleName()
            + " "
            + (heard.fate() == Fate.ANSWERED ? heard.status() : heard.fate()),
        1,
        Integer::sum);
    if (heard.fate() != Fate.ANSWERED || heard.status() != 201) {
      return;
    }
    switch (command) {
      case Command.Open open -> remember(open.number(), heard.id());
      case Command.Buy buy -> remember(buy.number(), heard.id());
      case Command.Change change -> remember(change.number(), heard.id());
      default -> {}
    }
  }

  private void remember(int number, String id) {
    String before = ids.put(number, id);
    if (before != null && !before.equals(id)) {
      throw new AssertionError("%d was made twice: %s and %s".formatted(number, before, id));
    }
    numbers.put(id, number);
  }

  // What is found

  private SortedMap<String, String> look(Seat seat) {
    SortedMap<String, String> found = new TreeMap<>();
    for (JsonNode account : all(seat, "/tier/accounts")) {
      identify(account, account.path("external_uid"));
      String name = "account " + numberOf(account.path("id"));
      found.put(
          name,
          "version %d '%s'"
              .formatted(account.path("version").asInt(), account.path("name").asString()));
      if (!seat.vendor() && account.path("parent").has("id")) {
        found.put("parent of " + name, "account " + numberOf(account.path("parent").path("id")));
      }
    }
    for (JsonNode order : all(seat, "/requests")) {
      identify(order);
      found.put(
          "order " + numberOf(order.path("id")),
          "%s %s of a %s asset of %s"
              .formatted(
                  order.path("type").asString(),
                  order.path("status").asString(),
                  order.path("asset").path("status").asString(),
                  chainOf(order.path("asset").path("tiers"))));
    }
    lookAtTiers(seat, found);
    for (JsonNode request : all(seat, "/tier/account-requests")) {
      Model.AccountRequest its =
          new Model.AccountRequest(
              numberOf(request.path("account").path("id")),
              request.path("account").path("version").asInt(),
              productOf(request.path("product").path("id")));
      accountRequests.put(its, request.path("id").asString());
      found.put(its.toString(), request.path("status").asString());
    }
    return found;
  }

  /** Learns the id of what was made without an answer. */
  private void identify(JsonNode made, JsonNode uid) {
    String id = made.path("id").asString();
    int number = Integer.parseInt(uid.asString().substring(UID.length()));
    boolean mayBe =
        unanswered.stream()
            .anyMatch(command ->
                (command instanceof Command.Open open && open.number() == number)
                    || (command instanceof Command.Buy buy && buy.number() == number));
    if (numbers.containsKey(id) ? numbers.get(id) == number : mayBe) {
      remember(number, id);
    }
  }

  private void identify(JsonNode order) {
    String id = order.path("id").asString();
    String type = order.path("type").asString();
    if (type.equals("purchase")) {
      identify(order, order.path("asset").path("external_uid"));
    } else if (!numbers.containsKey(id)) {
      unanswered.stream()
          .filter(Command.Change.class::isInstance)
          .map(Command.Change.class::cast)
          .filter(change -> change.type().equals(type) && !ids.containsKey(change.number()))
          .filter(change -> assetOf(ids.get(change.purchase())).equals(assetOf(id)))
          .findFirst()
          .ifPresent(change -> remember(change.number(), id));
    }
  }

  /** The customer and the resellers above it, as they were when the order was made. */
  private List<Integer> chainOf(JsonNode tiers) {
    return Stream.of("customer", "tier1", "tier2")
        .map(tier -> tiers.path(tier).path("id"))
        .filter(JsonNode::isString)
        .map(this::numberOf)
        .toList();
  }

  private void lookAtTiers(Seat seat, SortedMap<String, String> found) {
    Map<Model.Tier, List<JsonNode>> all = new TreeMap<>();
    for (JsonNode request : all(seat, "/tier/config-requests")) {
      JsonNode configuration = request.path("configuration");
      Model.Tier tier = tierOf(configuration);
      all.computeIfAbsent(tier, key -> new ArrayList<>()).add(request);
    }
    for (JsonNode configuration : all(seat, "/tier/configs")) {
      find(configuration, "of " + tierOf(configuration), found);
    }
    all.forEach((tier, requests) -> {
      // Those of one configuration are numbered.
      requests.sort(Comparator.comparing(request -> request.path("id").asString()));
      JsonNode configuration = requests.getFirst().path("configuration");
      tierRequests.put(
          tier, requests.stream().map(request -> request.path("id").asString()).toList());
      configurations.put(tier, configuration.path("id").asString());
      found.put(
          tier.toString(),
          requests.stream()
              .map(request ->
                  request.path("type").asString() + " " + request.path("status").asString())
              .collect(
                  Collectors.joining(", ", configuration.path("status").asString() + ": ", "")));
      for (JsonNode request : requests) {
        if (OPEN.contains(request.path("status").asString())) {
          find(request, "asked of " + tier, found);
        }
      }
    });
  }

  private static void find(JsonNode holder, String of, SortedMap<String, String> found) {
    for (JsonNode param : holder.path("params")) {
      String value = param.path("value").asString("");
      if (!value.isEmpty()) {
        found.put(param.path("id").asString() + " " + of, value);
      }
    }
  }

  private Model.Tier tierOf(JsonNode configuration) {
    return new Model.Tier(
        productOf(configuration.path("product").path("id")),
        numberOf(configuration.path("account").path("id")),
        configuration.path("tier_level").asInt());
  }

  private JsonNode all(Seat seat, String list) {
    return read(seat, list + "?limit=1000").json();
  }

  /** Reads it, if need be when the server is there again. */
  private Api.Answer read(Seat seat, String path) {
    return patiently(seat, path).expect(200);
  }

  private Api.Answer patiently(Seat seat, String path) {
    return once(seat, path)
        .or(() ->
            await()
                .atMost(READ_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> once(seat, path), Optional::isPresent))
        .orElseThrow();
  }

  /** What an object is tagged with that the seat sees, or else something that nothing is. */
  private String tagOf(Seat seat, String path) {
    Api.Answer answer = patiently(seat, path);
    return answer.status() == 200 ? answer.header("ETag") : "\"unseen\"";
  }

  private Optional<Api.Answer> once(Seat seat, String path) {
    try {
      Api.Answer answer = Call.get(path).send(door.any().as(stage.tokens().get(seat)));
      if (answer.status() != 503) {
        return Optional.of(answer);
      }
    } catch (UncheckedIOException gone) {
      ANSWERED.merge("(a list) " + Fate.UNKNOWN, 1, Integer::sum);
    }
    door.awaitCalm();
    return Optional.empty();
  }

  private int numberOf(JsonNode id) {
    Integer number = numbers.get(id.asString());
    if (number == null) {
      throw new AssertionError("nobody made " + id);
    }
    return number;
  }

  private int productOf(JsonNode id) {
    return stage.products().indexOf(id.asString());
  }
}
