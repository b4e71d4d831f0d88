package io.tierhub.web.feed;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.feed.FeedFilter;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import io.tierhub.query.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody asks the feed for, as it is written in the query string. */
record FeedQuery(
    @Parameter(
            description =
                "The last position you know, or `latest` for what is told from now on. Left out: from"
                    + " the oldest event that is kept",
            schema = @Schema(type = "string"))
        @Nullable String after,
    @Parameter(
            description =
                "Go on where this consumer has committed to be; from the oldest event if it never has",
            schema = @Schema(type = "string"))
        @Nullable String consumer,
    @Parameter(
            description = "Events at most, up to 1,000",
            schema = @Schema(type = "integer", format = "int32", defaultValue = "100"))
        @Nullable String limit,
    @Parameter(
            description =
                "Only of these types: `tier_account.changed`, or `tier_account.*` for all that is told"
                    + " of tier accounts; several with commas between them",
            schema = @Schema(type = "string"))
        @Nullable String type,
    @Parameter(
            description = "Only what concerns these products; several with commas between them",
            schema = @Schema(type = "string"))
        @Nullable String product,
    @Parameter(
            description = "Your token's: it is told of no other",
            schema = @Schema(type = "string"))
        @Nullable String environment) {

  private static final int USUAL_LIMIT = 100;
  private static final int MOST_NAMED = 100;
  private static final String PREFIX = "io.tierhub.";
  private static final String ALL_OF_KIND = ".*";
  private static final Pattern TYPE = Pattern.compile("[a-z_]+\\.([a-z_]+|\\*)");
  private static final Pattern PRODUCT = Pattern.compile("[A-Z]+(-\\d{1,6}){1,6}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /** Where to begin. */
  sealed interface Start {
    record After(long position) implements Start {}

    record Latest() implements Start {}

    record Oldest() implements Start {}

    record Consumer(String name) implements Start {}
  }

  /** What is asked for, once all of it can be read. */
  record Asked(Start start, FeedFilter filter, int limit) {}

  /**
   * @param lastEventId how a client of server-sent events says where it was; it comes before all
   *     that is in the address, which is the one it began with
   * @throws Refused with every fault
   */
  Asked read(Actor actor, @Nullable String lastEventId) {
    List<Violation> faults = new ArrayList<>();
    Start start = begin(lastEventId, faults);
    int bounded = limit(faults);
    FeedFilter filter = filter(faults);
    String own = actor.environment().wire();
    if (environment != null && !environment.equals(own)) {
      faults.add(
          new Violation("/environment", "This token is told of the environment " + own + " only."));
    }
    if (!faults.isEmpty()) {
      throw Refused.invalid(faults);
    }
    return new Asked(start, filter, bounded);
  }

  private Start begin(@Nullable String lastEventId, List<Violation> faults) {
    if (after != null && consumer != null) {
      faults.add(
          new Violation("/consumer", "`after` and `consumer` both say where to begin; send one."));
    }
    Start said = after == null || after.isEmpty() ? new Start.Oldest() : start(after, faults);
    if (lastEventId != null && !lastEventId.isEmpty()) {
      return after("/Last-Event-ID", lastEventId, faults);
    }
    return consumer == null ? said : new Start.Consumer(consumer);
  }

  private static Start start(String after, List<Violation> faults) {
    return after.equals("latest") ? new Start.Latest() : after("/after", after, faults);
  }

  private static Start after(String pointer, String text, List<Violation> faults) {
    if (!NUMBER.matcher(text).matches()) {
      faults.add(new Violation(pointer, "A position is a whole number that is not negative."));
      return new Start.Oldest();
    }
    return new Start.After(Long.parseLong(text));
  }

  private int limit(List<Violation> faults) {
    if (limit == null || limit.isEmpty()) {
      return USUAL_LIMIT;
    }
    if (!NUMBER.matcher(limit).matches()) {
      faults.add(new Violation("/limit", "A limit is a whole number that is not negative."));
      return USUAL_LIMIT;
    }
    return Math.toIntExact(Math.min(Long.parseLong(limit), Query.HIGHEST_LIMIT));
  }

  private FeedFilter filter(List<Violation> faults) {
    Set<String> types = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    for (String named : list("/type", type, faults)) {
      String bare = named.startsWith(PREFIX) ? named.substring(PREFIX.length()) : named;
      if (!TYPE.matcher(bare).matches()) {
        faults.add(
            new Violation(
                "/type",
                "`%s` is neither a type such as `tier_account.changed` nor `tier_account.*`."
                    .formatted(named)));
      } else if (bare.endsWith(ALL_OF_KIND)) {
        kinds.add(bare.substring(0, bare.length() - ALL_OF_KIND.length()));
      } else {
        types.add(bare);
      }
    }
    List<String> products = list("/product", product, faults);
    products.stream()
        .filter(id -> !PRODUCT.matcher(id).matches())
        .forEach(id -> faults.add(new Violation("/product", "`%s` is no id.".formatted(id))));
    return new FeedFilter(types, kinds, new HashSet<>(products));
  }

  private static List<String> list(String pointer, @Nullable String text, List<Violation> faults) {
    if (text == null) {
      return List.of();
    }
    List<String> named =
        Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    if (named.size() > MOST_NAMED) {
      faults.add(new Violation(pointer, "Name no more than %d.".formatted(MOST_NAMED)));
      return List.of();
    }
    return named;
  }
}
