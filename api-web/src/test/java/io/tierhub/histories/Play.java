package io.tierhub.histories;

import static io.tierhub.support.Together.together;
import static org.awaitility.Awaitility.await;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * Plays a history against the server. What the server answers to the commands of a round, and what
 * everybody finds in their lists afterwards, must be what the model says for some order of the
 * commands.
 */
final class Play implements Model.Ids {

  /** Everybody looks at their lists after so many rounds, and after each one who did something. */
  private static final int ALL_LOOK = 5;

  /** How often which kind of command was answered how, in all plays. */
  static final ConcurrentSkipListMap<String, Integer> ANSWERED = new ConcurrentSkipListMap<>();

  private static final Set<String> MODELLED =
      Set.of("asset", "fulfillment_request", "tier_account_request", "tier_config_request");

  private static final Duration FEED_WITHIN = Duration.ofSeconds(15);

  private final Map<Seat, Api> seats = new HashMap<>();
  private final String[] products = new String[History.PRODUCTS];
  private final Map<Integer, String> ids = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Model.Tier, List<String>> tierRequests = new HashMap<>();
  private final Map<Model.Tier, String> configurations = new HashMap<>();
  private final Map<Model.AccountRequest, String> accountRequests = new HashMap<>();
  private Model model = new Model();

  private Play(World world) {
    for (int number = 0; number < Seat.VENDORS; number++) {
      Company vendor = sit(world, true, number).getFirst();
      products[number] = product(world, vendor, number);
    }
    for (int number = 0; number < Seat.DISTRIBUTORS; number++) {
      List<Company> distributor = sit(world, false, number);
      String hub = world.hub(distributor.getFirst());
      for (Company there : distributor) {
        for (String product : products) {
          world.connection(product, there, there, hub);
        }
      }
    }
  }

  /** What went wrong, or nothing. */
  static Optional<String> of(History history, World world) throws Exception {
    return new Play(world).through(history);
  }

  /** Whether every kind of command was sent, and about something that was there. */
  static boolean triedEverything() {
    return Arrays.stream(Command.class.getPermittedSubclasses())
        .allMatch(kind ->
            ANSWERED.keySet().stream().anyMatch(one -> one.startsWith(kind.getSimpleName())));
  }

  private List<Company> sit(World world, boolean vendor, int number) {
    Company company =
        world.company(vendor ? Role.VENDOR : Role.DISTRIBUTOR, Environment.PRODUCTION);
    Company testing = world.in(Environment.TEST, company);
    seats.put(new Seat(vendor, number, 0), company.api());
    seats.put(new Seat(vendor, number, 1), testing.api());
    return List.of(company, testing);
  }

  private static String product(World world, Company vendor, int number) {
    String product = world.product(vendor, Model.SYNCED[number]);
    if (Model.LEVELS[number] > 0) {
      vendor
          .api()
          .put(
              "/products/" + product,
              "{\"capabilities\": {\"tiers\": {\"configs\": {\"level\": %d}}}}"
                  .formatted(Model.LEVELS[number]))
          .expect(200);
    }
    for (int level = 1; level <= Model.LEVELS[number]; level++) {
      World.parameter(vendor, product, "tier" + level, "fulfillment", "f" + level, "");
    }
    return product;
  }

  private Optional<String> through(History history) throws Exception {
    int played = 0;
    for (List<Command> round : history.rounds()) {
      List<Command> sensible = round.stream().filter(model::knowsWhat).toList();
      Optional<String> wrong = play(sensible, ++played % ALL_LOOK == 0);
      if (wrong.isPresent()) {
        return wrong.map(
            what -> "in round %d, %s".formatted(history.rounds().indexOf(round), what));
      }
    }
    Optional<String> wrong = play(List.of(), true);
    for (Seat seat : seats.keySet()) {
      if (wrong.isEmpty() && !seat.vendor()) {
        wrong = readFeed(seat);
      }
    }
    return wrong;
  }

  /** Somebody who was away reads all at once, and knows what everybody else has found. */
  private Optional<String> readFeed(Seat seat) {
    SortedMap<String, String> expected = model.toldTo(seat, this);
    SortedMap<String, String> told = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    long[] after = {0};
    try {
      await()
          .atMost(FEED_WITHIN)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> {
            Api.Answer page = seats.get(seat).get("/feed?limit=1000&after=" + after[0]).expect(200);
            page.json().forEach(event -> hear(event, told, wrong));
            after[0] = Long.parseLong(page.header("X-Feed-Position"));
            return page.json().isEmpty() && told.equals(expected);
          });
    } catch (ConditionTimeoutException late) {
      wrong.add("from the feed alone" + difference(expected, told));
    }
    return wrong.isEmpty() ? Optional.empty() : Optional.of(seat + " heard " + wrong);
  }

  /** Takes an event for what it says, if it follows on what was heard of its subject before. */
  private static void hear(JsonNode event, SortedMap<String, String> told, List<String> wrong) {
    String type = event.path("type").asString().substring("io.tierhub.".length());
    JsonNode data = event.path("data");
    String subject = event.path("subject").asString();
    boolean ofAccount = type.startsWith("tier_account.");
    if (!ofAccount && (!data.has("to") || !MODELLED.contains(type.split("\\.")[0]))) {
      return;
    }
    String before = told.get(subject);
    String now = ofAccount ? "version " + data.path("version").asInt() : data.path("to").asString();
    boolean follows =
        ofAccount
            ? follows(type, before, data.path("version").asInt())
            : !data.has("from") || data.path("from").asString().equals(before);
    if (!follows) {
      wrong.add("%s after '%s': %s".formatted(type, before, data));
    }
    told.put(subject, now);
  }

  private static boolean follows(String type, String before, int version) {
    return type.equals("tier_account.created")
        ? before == null
        : ("version " + (type.equals("tier_account.changed") ? version - 1 : version))
            .equals(before);
  }

  private Optional<String> play(List<Command> round, boolean allLook) throws Exception {
    List<Callable<Api.Answer>> calls =
        round.stream().<Callable<Api.Answer>>map(command -> () -> send(command)).toList();
    List<Api.Answer> answers = together(calls);
    for (int i = 0; i < round.size(); i++) {
      remember(round.get(i), answers.get(i));
    }
    Map<Seat, SortedMap<String, String>> found = new HashMap<>();
    for (Seat seat : seats.keySet()) {
      if (allLook || round.stream().anyMatch(command -> command.by().equals(seat))) {
        found.put(seat, look(seat));
      }
    }
    List<Integer> statuses = answers.stream().map(Api.Answer::status).toList();
    List<String> differences = new ArrayList<>();
    for (List<Integer> order : orders(round.size())) {
      Model then = model.copy();
      String difference = difference(round, order, statuses, found, then);
      if (difference.isEmpty()) {
        model = then;
        return Optional.empty();
      }
      differences.add(difference);
    }
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < round.size(); i++) {
      told.append(
          "\n  %s\n    was answered %d %s"
              .formatted(round.get(i), statuses.get(i), answers.get(i).text().strip()));
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
      List<Integer> statuses,
      Map<Seat, SortedMap<String, String>> found,
      Model then) {
    Model seen = then.copy();
    for (int i : order) {
      Set<Integer> expected = then.apply(round.get(i), seen);
      if (!expected.contains(statuses.get(i))) {
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

  private static List<List<Integer>> orders(int size) {
    List<List<Integer>> orders = new ArrayList<>();
    permute(new ArrayList<>(), size, orders::add);
    return orders;
  }

  private static void permute(List<Integer> begun, int size, Consumer<List<Integer>> each) {
    if (begun.size() == size) {
      each.accept(List.copyOf(begun));
      return;
    }
    for (int i = 0; i < size; i++) {
      if (!begun.contains(i)) {
        begun.add(i);
        permute(begun, size, each);
        begun.removeLast();
      }
    }
  }

  // What is sent

  private Api.Answer send(Command command) {
    Api api = seats.get(command.by());
    return switch (command) {
      case Command.Open open ->
          api.post(
              "/tier/accounts",
              World.accountBody(
                  open.customer() ? "customer" : "reseller",
                  "Account " + open.number(),
                  open.parent() == Model.ROOT ? null : ids.get(open.parent())));
      case Command.Rename rename ->
          api.put(
              pathOf(rename.account()), "{\"name\": \"Renamed %d\"}".formatted(rename.number()));
      case Command.Move move ->
          api.put(
              pathOf(move.account()),
              "{\"parent\": {\"id\": \"%s\"}}".formatted(ids.get(move.parent())));
      case Command.Decommission end -> api.delete(pathOf(end.account()));
      case Command.Look look -> api.get(pathOf(look.account()));
      case Command.Buy buy ->
          api.post(
              "/requests", World.purchaseBody(products[buy.product()], ids.get(buy.customer())));
      case Command.Change change ->
          api.post(
              "/requests",
              "{\"type\": \"%s\", \"asset\": {\"id\": \"%s\"}}"
                  .formatted(change.type(), assetOf(ids.get(change.purchase()))));
      case Command.DecideOrder decide ->
          api.post(
              "/requests/" + ids.get(decide.order()) + (decide.approve() ? "/approve" : "/fail"),
              decide.approve() ? null : REASON);
      case Command.DecideTier decide ->
          api.post(
              "/tier/config-requests/%s/%s"
                  .formatted(
                      tierRequests
                          .get(Model.tierOf(decide))
                          .get(model.requestOf(Model.tierOf(decide))),
                      decide.action()),
              decide.action().equals("fail") ? REASON : null);
      case Command.UpdateTier update ->
          api.post(
              "/tier/config-requests",
              "{\"type\": \"update\", \"configuration\": {\"id\": \"%s\"}}"
                  .formatted(configurations.get(Model.tierOf(update))));
      case Command.GiveValue give ->
          api.put(
              "/tier/config-requests/"
                  + tierRequests.get(Model.tierOf(give)).get(model.requestOf(Model.tierOf(give))),
              "{\"params\": [{\"id\": \"f%d\", \"value\": \"value %d\"}]}"
                  .formatted(give.level(), give.number()));
      case Command.Answer answer ->
          api.post(
              "/tier/account-requests/%s/%s"
                  .formatted(
                      accountRequests.get(model.requestOf(answer)),
                      answer.accept() ? "accept" : "ignore"),
              answer.accept() ? null : REASON);
    };
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

  private void remember(Command command, Api.Answer answer) {
    ANSWERED.merge(command.getClass().getSimpleName() + " " + answer.status(), 1, Integer::sum);
    if (answer.status() != 201) {
      return;
    }
    switch (command) {
      case Command.Open open -> remember(open.number(), answer.at("id"));
      case Command.Buy buy -> remember(buy.number(), answer.at("id"));
      case Command.Change change -> remember(change.number(), answer.at("id"));
      default -> {}
    }
  }

  private void remember(int number, String id) {
    ids.put(number, id);
    numbers.put(id, number);
  }

  // What is found

  private SortedMap<String, String> look(Seat seat) {
    SortedMap<String, String> found = new TreeMap<>();
    Api api = seats.get(seat);
    for (JsonNode account : all(api, "/tier/accounts")) {
      found.put(
          "account " + numberOf(account.path("id")), "version " + account.path("version").asInt());
    }
    for (JsonNode order : all(api, "/requests")) {
      found.put(
          "order " + numberOf(order.path("id")),
          "%s %s of a %s asset"
              .formatted(
                  order.path("type").asString(),
                  order.path("status").asString(),
                  order.path("asset").path("status").asString()));
    }
    lookAtTiers(api, found);
    for (JsonNode request : all(api, "/tier/account-requests")) {
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

  private void lookAtTiers(Api api, SortedMap<String, String> found) {
    Map<Model.Tier, List<JsonNode>> all = new TreeMap<>();
    for (JsonNode request : all(api, "/tier/config-requests")) {
      JsonNode configuration = request.path("configuration");
      Model.Tier tier = tierOf(configuration);
      all.computeIfAbsent(tier, key -> new ArrayList<>()).add(request);
    }
    for (JsonNode configuration : all(api, "/tier/configs")) {
      for (JsonNode param : configuration.path("params")) {
        if (!param.path("value").asString("").isEmpty()) {
          found.put("value of " + tierOf(configuration), param.path("value").asString());
        }
      }
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
    });
  }

  private Model.Tier tierOf(JsonNode configuration) {
    return new Model.Tier(
        productOf(configuration.path("product").path("id")),
        numberOf(configuration.path("account").path("id")),
        configuration.path("tier_level").asInt());
  }

  private static JsonNode all(Api api, String list) {
    return api.get(list + "?limit=1000").expect(200).json();
  }

  private int numberOf(JsonNode id) {
    Integer number = numbers.get(id.asString());
    if (number == null) {
      throw new AssertionError("nobody made " + id);
    }
    return number;
  }

  private int productOf(JsonNode id) {
    return List.of(products).indexOf(id.asString());
  }
}
