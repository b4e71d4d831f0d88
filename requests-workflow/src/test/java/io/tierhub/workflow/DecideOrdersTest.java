package io.tierhub.workflow;

import static io.tierhub.parameter.ParameterPhase.FULFILLMENT;
import static io.tierhub.parameter.ParameterPhase.ORDERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ProductId;
import io.tierhub.claim.Claim;
import io.tierhub.conversation.ConversationsInMemory;
import io.tierhub.fulfillment.AccountInOrder;
import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.AnOrder;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.AssetStatus;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.fulfillment.Sale;
import io.tierhub.fulfillment.Tier;
import io.tierhub.fulfillment.TierChain;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.Violation;
import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parking.Blockers;
import io.tierhub.parking.Waiter;
import io.tierhub.template.Template;
import io.tierhub.template.TemplateEngine;
import io.tierhub.template.TemplateId;
import io.tierhub.template.TemplateScope;
import io.tierhub.template.TemplateType;
import io.tierhub.template.Templates;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** The steps of a decision, in memory; what it locks, and in which order, is part of it. */
class DecideOrdersTest {

  private static final TierConfigurationId CONFIGURATION =
      new TierConfigurationId("TC-000-000-001");

  private final List<String> steps = new ArrayList<>();
  private final List<DomainEvent> told = new ArrayList<>();
  private final ConversationsInMemory conversations = new ConversationsInMemory();
  private final Asset asset = AnOrder.asset();
  private FulfillmentRequest request = AnOrder.request();
  private ParameterSet asked = ParameterSet.none(asset.sale().product(), ParameterScope.ASSET);

  private final DecideOrders decide =
      new DecideOrders(
          new OneAsset(),
          new OneRequest(),
          new Held(),
          new Locked(),
          new OneBlocker(),
          (product, scope) -> asked,
          new Tiles(new OneTemplate(), new FillsInOne()),
          told::add,
          new Chronicle(conversations, kind -> kind.format(0), told::add, new NoMails()),
          Clock.fixed(AnOrder.NOON, ZoneOffset.UTC));

  @Test
  void anApprovalActivatesTheAsset() {
    decide.approve(AnOrder.VENDOR, request.id(), WantedTile.DEFAULT, null);
    assertThat(request.status()).isEqualTo(FulfillmentRequestStatus.APPROVED);
    assertThat(asset.status()).isEqualTo(AssetStatus.ACTIVE);
    assertThat(steps).containsExactly("lock asset", "lock request", "save request", "save asset");
    assertThat(told)
        .extracting(DomainEvent::type)
        .containsExactly(
            "fulfillment_request.approved", "conversation.message_posted", "asset.active");
    assertThat(told)
        .allSatisfy(event -> {
          assertThat(event.owner()).isEqualTo(AnOrder.DISTRIBUTOR.account());
          assertThat(event.vendor()).isEqualTo(AnOrder.VENDOR.account());
          assertThat(event.product()).isEqualTo("PRD-000-000-001");
        });
  }

  @Test
  void whatLacksValuesIsNotApproved() {
    asked =
        new ParameterSet(
            asset.sale().product(),
            ParameterScope.ASSET,
            List.of(required("domain", ORDERING), required("tenant", FULFILLMENT)));
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> decide.approve(AnOrder.VENDOR, request.id(), WantedTile.DEFAULT, null));
    assertThat(refused.why()).isEqualTo(Refusal.REQUEST_INCOMPLETE);
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly("/asset/params/domain", "/asset/params/tenant");
    assertThat(steps).doesNotContain("save request", "save asset");
    assertThat(told).isEmpty();
  }

  private ParameterDefinition required(String name, ParameterPhase phase) {
    return ParameterDefinition.of(
            asset.sale().product(), 1, name, ParameterType.TEXT, ParameterScope.ASSET, phase)
        .with(Constraints.NONE.asRequired());
  }

  @Test
  void aFailureTerminatesTheAssetAndLocksWhatItWaitsForFirst() {
    decide.fail(AnOrder.VENDOR, request.id(), "No.");
    assertThat(request.status()).isEqualTo(FulfillmentRequestStatus.FAILED);
    assertThat(asset.status()).isEqualTo(AssetStatus.TERMINATED);
    assertThat(steps)
        .containsExactly(
            "hold accounts",
            "lock [TC-000-000-001]",
            "lock asset",
            "lock request",
            "save request",
            "save asset",
            "remove blockers");
    assertThat(told)
        .extracting(DomainEvent::type)
        .containsExactly(
            "fulfillment_request.failed", "conversation.message_posted", "asset.terminated");
    assertThat(conversations.texts().getFirst()).endsWith(" to Failed by bot. Reason: No.");
  }

  @Test
  void aRefusalWritesAndTellsNothing() {
    request = AnOrder.request(FulfillmentRequestStatus.FAILED);
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> decide.approve(AnOrder.VENDOR, request.id(), WantedTile.DEFAULT, null));
    assertThat(refused.why()).isEqualTo(Refusal.REQUEST_ILLEGAL_TRANSITION);
    assertThat(steps).doesNotContain("save request", "save asset");
    assertThat(told).isEmpty();
    assertThat(conversations.texts()).isEmpty();
  }

  @Test
  void whatIsNotSeenDoesNotExist() {
    Actor stranger =
        new Actor(
            new PartnerId("VA-999-999"),
            Environment.TEST,
            AnOrder.VENDOR.user(),
            AnOrder.VENDOR.trace());
    Actor elsewhere =
        new Actor(
            AnOrder.VENDOR.account(),
            Environment.PRODUCTION,
            AnOrder.VENDOR.user(),
            AnOrder.VENDOR.trace());
    for (Actor actor : List.of(stranger, elsewhere)) {
      assertThat(
              catchThrowableOfType(
                      Refused.class,
                      () -> decide.approve(actor, request.id(), WantedTile.DEFAULT, null))
                  .why())
          .isEqualTo(Refusal.NOT_FOUND);
      assertThat(
              catchThrowableOfType(Refused.class, () -> decide.fail(actor, request.id(), "No."))
                  .why())
          .isEqualTo(Refusal.NOT_FOUND);
    }
    assertThat(steps).isEmpty();
  }

  private final class OneAsset implements Assets {
    @Override
    public void add(Asset added) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Asset> peek(Actor actor, AssetId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Asset lock(AssetId id) {
      steps.add("lock asset");
      return asset;
    }

    @Override
    public TierChain tiers(AssetId id) {
      return asset.tiers();
    }

    @Override
    public void save(Asset saved) {
      steps.add("save asset");
    }

    @Override
    public Optional<Ordered> ordered(Sale sale, String externalUid) {
      return Optional.empty();
    }
  }

  private final class OneRequest implements FulfillmentRequests {
    @Override
    public List<FulfillmentRequestId> claim(Actor vendor, Claim claim) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<FulfillmentRequestId> draftsOlderThan(Instant then, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(FulfillmentRequest draft) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void add(FulfillmentRequest added) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FulfillmentRequest> peek(Actor actor, FulfillmentRequestId id) {
      return Optional.of(request).filter(seen -> seen.sale().isVisibleTo(actor));
    }

    @Override
    public FulfillmentRequest peek(FulfillmentRequestId id) {
      return request;
    }

    @Override
    public FulfillmentRequest lock(FulfillmentRequestId id) {
      steps.add("lock request");
      return request;
    }

    @Override
    public FulfillmentRequest latest(AssetId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(FulfillmentRequest saved) {
      steps.add("save request");
    }
  }

  private final class OneBlocker implements Blockers {
    @Override
    public void add(Waiter waiter, Collection<TierConfigurationId> awaited, Instant since) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SortedSet<Waiter> waitingFor(TierConfigurationId configuration) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<TierConfigurationId> of(Waiter waiter) {
      return Set.of(CONFIGURATION);
    }

    @Override
    public SortedSet<Waiter> lift(TierConfigurationId configuration) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void removeAll(Waiter waiter) {
      steps.add("remove blockers");
    }
  }

  private final class Locked implements TierConfigurations {
    @Override
    public TierConfiguration peek(TierConfigurationId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<TierConfigurationId> find(Agreement agreement) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<TierConfiguration> peek(Actor actor, TierConfigurationId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean addIfAbsent(TierConfiguration configuration) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TierConfiguration lock(TierConfigurationId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<TierConfiguration> lockAll(Collection<TierConfigurationId> ids) {
      steps.add("lock " + ids);
      return List.of();
    }

    @Override
    public void save(TierConfiguration configuration) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Held implements AccountsInOrders {
    @Override
    public Optional<AccountInOrder> find(
        PartnerId owner, Environment environment, TierAccountId id) {
      return Optional.empty();
    }

    @Override
    public Optional<AccountInOrder> byExternalUid(
        PartnerId owner, Environment environment, String externalUid) {
      return Optional.empty();
    }

    @Override
    public List<AccountInOrder> byExternalId(
        PartnerId owner, Environment environment, String externalId) {
      return List.of();
    }

    @Override
    public List<AccountInOrder> hold(SortedMap<TierAccountId, Set<Tier>> roles) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AccountInOrder> holdShared(Collection<TierAccountId> ids) {
      steps.add("hold accounts");
      return List.of();
    }

    @Override
    public void bind(TierChain chain, Sale sale) {
      throw new UnsupportedOperationException();
    }
  }

  private final class OneTemplate implements Templates {
    @Override
    public Optional<Template> find(ProductId product, TemplateId id) {
      return Optional.empty();
    }

    @Override
    public Optional<Template> defaultOf(ProductId product, TemplateScope scope, TemplateType type) {
      return Optional.of(
          Template.create(
              new TemplateId("TL-000-000-001"),
              product,
              new Template.Content(scope, type, "Ready", "For {{ domain }}.", Template.STEP),
              0,
              new Stamp(AnOrder.NOON, null),
              new FillsInOne()));
    }

    @Override
    public List<Template> ofProduct(ProductId product) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long nextPosition(ProductId product) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void add(Template template) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(Template template) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Template template) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class FillsInOne implements TemplateEngine {
    @Override
    public List<String> faults(String body) {
      return List.of();
    }

    @Override
    public String fill(String body, Map<String, String> values) {
      return body.replace("{{ domain }}", values.getOrDefault("domain", ""));
    }
  }
}
