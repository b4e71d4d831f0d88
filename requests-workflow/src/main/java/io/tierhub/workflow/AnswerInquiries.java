package io.tierhub.workflow;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequestType;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.inquiry.Answer;
import io.tierhub.inquiry.Form;
import io.tierhub.inquiry.FormField;
import io.tierhub.inquiry.Inquired;
import io.tierhub.inquiry.Inquiry;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKeys;
import io.tierhub.link.LinkPurpose;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.partner.Partners;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What resellers and customers do who hold the link of an inquiry: they see what they are asked,
 * and answer. The link is all they have; what it says is judged under the locks that everybody
 * takes.
 */
@Service
public class AnswerInquiries {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerInquiries.class);

  private final LinkKeys keys;
  private final TierConfigurations configurations;
  private final TierConfigurationRequests tierRequests;
  private final FulfillmentRequests orders;
  private final Assets assets;
  private final TierAccounts accounts;
  private final Products products;
  private final Partners partners;
  private final ParameterSets parameters;
  private final RequestValues values;
  private final Chronicle chronicle;
  private final Clock clock;

  AnswerInquiries(
      LinkKeys keys,
      TierConfigurations configurations,
      TierConfigurationRequests tierRequests,
      FulfillmentRequests orders,
      Assets assets,
      TierAccounts accounts,
      Products products,
      Partners partners,
      ParameterSets parameters,
      RequestValues values,
      Chronicle chronicle,
      Clock clock) {
    this.keys = keys;
    this.configurations = configurations;
    this.tierRequests = tierRequests;
    this.orders = orders;
    this.assets = assets;
    this.accounts = accounts;
    this.products = products;
    this.partners = partners;
    this.parameters = parameters;
    this.values = values;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * What a link opens.
   *
   * @param code the end of the link
   * @return nothing if it is none of ours
   */
  @Transactional(readOnly = true)
  public Optional<Inquired> open(String code) {
    return LinkCode.open(code, LinkPurpose.FORM, keys)
        .map(this::question)
        .map(question -> question.inquired(clock.instant()));
  }

  /**
   * Takes an answer: it ends the inquiry, and it is the vendor's turn.
   *
   * @param read reads what was sent for the fields of the form; the pointer of each value is a
   *     slash and the field's name
   * @param trace of the call
   * @return nothing if the link is none of ours
   */
  @Transactional
  public Optional<Answer> answer(
      String code, Function<Form, List<SubmittedValue>> read, String trace) {
    return LinkCode.open(code, LinkPurpose.FORM, keys)
        .map(link ->
            isTierRequest(link)
                ? answerTierRequest(link, read, trace)
                : answerOrder(link, read, trace));
  }

  private Question question(LinkCode link) {
    if (!isTierRequest(link)) {
      return orderQuestion(link, orders.peek(order(link)));
    }
    TierConfigurationRequest request = tierRequests.peek(tierRequest(link));
    return tierQuestion(link, request, configurations.peek(request.configuration()).values());
  }

  private Answer answerTierRequest(
      LinkCode link, Function<Form, List<SubmittedValue>> read, String trace) {
    TierConfigurationRequestId id = tierRequest(link);
    TierConfiguration own = configurations.lock(tierRequests.peek(id).configuration());
    TierConfigurationRequest request = tierRequests.lock(id);
    Question question = tierQuestion(link, request, own.values());
    if (!(question.inquired(clock.instant()) instanceof Inquired.Open(Form form))) {
      return new Answer.Late(question.inquired(clock.instant()));
    }
    Actor reseller = question.actor(trace);
    ParameterValues before = own.values().withAll(request.values());
    Faults faults = new Faults();
    ParameterValues after = judged(reseller, question, before, read.apply(form), faults);
    if (!faults.isEmpty()) {
      return new Answer.Wrong(question.form(after), faults.violations());
    }
    Stamp stamp = new Stamp(clock.instant(), reseller.user());
    boolean changed = request.carry(request.values().withChanges(before, after), stamp);
    request.pend(reseller, stamp);
    tierRequests.save(request);
    if (changed) {
      chronicle.tell(reseller, TierEvents.changed(request, List.of("params"), reseller, stamp));
    }
    chronicle.tell(
        reseller,
        TierEvents.became(request, TierConfigurationRequestStatus.INQUIRING, reseller, stamp));
    LOG.info("{} answered by {}", id, question.account);
    return new Answer.Taken();
  }

  private Answer answerOrder(
      LinkCode link, Function<Form, List<SubmittedValue>> read, String trace) {
    FulfillmentRequestId id = order(link);
    Asset asset = assets.lock(orders.peek(id).asset());
    FulfillmentRequest request = orders.lock(id);
    Question question = orderQuestion(link, request);
    if (!(question.inquired(clock.instant()) instanceof Inquired.Open(Form form))) {
      return new Answer.Late(question.inquired(clock.instant()));
    }
    Actor customer = question.actor(trace);
    Faults faults = new Faults();
    ParameterValues after = judged(customer, question, request.values(), read.apply(form), faults);
    if (!faults.isEmpty()) {
      return new Answer.Wrong(question.form(after), faults.violations());
    }
    Instant now = clock.instant();
    if (request.carry(after, now)) {
      if (request.type() == FulfillmentRequestType.PURCHASE) {
        asset.show(after, now);
        assets.save(asset);
      }
      chronicle.tell(
          customer, OrderEvents.changed(request, List.of("asset.params"), customer, now));
    }
    request.pend(customer, now);
    orders.save(request);
    chronicle.tell(
        customer, OrderEvents.became(request, FulfillmentRequestStatus.INQUIRING, customer, now));
    LOG.info("{} answered by {}", id, question.account);
    return new Answer.Taken();
  }

  /** What holds after the answer; all that is asked must be there, and nothing wrong left. */
  private ParameterValues judged(
      Actor actor,
      Question question,
      ParameterValues before,
      List<SubmittedValue> submitted,
      Faults faults) {
    ParameterValues after =
        values.given(actor, question.set, question.holder, before, false, submitted, faults);
    for (FormField field : FormField.of(question.set, after)) {
      String pointer = "/" + field.name() + "/value";
      if (field.isAmong(faults) || !field.isOpen()) {
        continue;
      }
      if (field.constraints().required() && !field.held().isFilled()) {
        faults.add(Refusal.INVALID, pointer, field.plea());
      } else if (field.held().hasError()) {
        faults.add(Refusal.INVALID, pointer, "Please change this.");
      }
    }
    return after;
  }

  private Question tierQuestion(
      LinkCode link, TierConfigurationRequest request, ParameterValues held) {
    Agreement agreement = request.agreement();
    return new Question(
        link,
        request.configuration().value(),
        request.status() == TierConfigurationRequestStatus.INQUIRING,
        request.inquiry().orElse(null),
        agreement.product(),
        agreement.distributor(),
        agreement.environment(),
        agreement.account(),
        parameters.of(agreement.product(), agreement.level().scope()),
        held.withAll(request.values()));
  }

  private Question orderQuestion(LinkCode link, FulfillmentRequest order) {
    return new Question(
        link,
        order.asset().value(),
        order.status() == FulfillmentRequestStatus.INQUIRING,
        order.inquiry().orElse(null),
        order.sale().product(),
        order.sale().distributor(),
        order.sale().environment(),
        assets.tiers(order.asset()).customer(),
        parameters.of(order.sale().product(), ParameterScope.ASSET),
        order.values());
  }

  private static boolean isTierRequest(LinkCode link) {
    return Prefixed.looksLike("TCR", link.subject());
  }

  private static TierConfigurationRequestId tierRequest(LinkCode link) {
    return new TierConfigurationRequestId(link.subject());
  }

  private static FulfillmentRequestId order(LinkCode link) {
    return new FulfillmentRequestId(link.subject());
  }

  /** What a link asks, and whom. */
  private final class Question {

    private final LinkCode link;
    private final String holder;
    private final boolean asking;
    private final @Nullable Inquiry last;
    private final ProductId product;
    private final PartnerId distributor;
    private final Environment environment;
    private final TierAccountId account;
    private final ParameterSet set;
    private final ParameterValues held;

    Question(
        LinkCode link,
        String holder,
        boolean asking,
        @Nullable Inquiry last,
        ProductId product,
        PartnerId distributor,
        Environment environment,
        TierAccountId account,
        ParameterSet set,
        ParameterValues held) {
      this.link = link;
      this.holder = holder;
      this.asking = asking;
      this.last = last;
      this.product = product;
      this.distributor = distributor;
      this.environment = environment;
      this.account = account;
      this.set = set;
      this.held = held;
    }

    Inquired inquired(Instant now) {
      if (last != null && last.number() > link.number() && asking) {
        return new Inquired.Superseded();
      }
      if (!asking || last == null || last.number() != link.number()) {
        return new Inquired.Answered();
      }
      return last.hasEnded(now) ? new Inquired.Ended() : new Inquired.Open(form(held));
    }

    Form form(ParameterValues values) {
      return new Form(
          link.subject(),
          products.peek(product).orElseThrow().snapshot().profile().name(),
          accountName(),
          partners.name(distributor),
          last == null ? Instant.MIN : last.ends(),
          FormField.of(set, values));
    }

    /** Whoever holds the link acts for the distributor, and is named as the account it went to. */
    Actor actor(String trace) {
      return new Actor(
          distributor, environment, new UserRef(account.value(), accountName()), trace);
    }

    private String accountName() {
      return accounts
          .peek(account)
          .map(TierAccount::profile)
          .map(AccountProfile::name)
          .orElse(account.value());
    }
  }
}
