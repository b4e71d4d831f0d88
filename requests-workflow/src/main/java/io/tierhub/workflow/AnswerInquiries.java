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
import io.tierhub.inquiry.Reply;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Prefixed;
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
  private final Replies replies;
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
      Replies replies,
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
    this.replies = replies;
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
        .map(link -> answer(link, new PageReply(read), trace));
  }

  /**
   * The same by somebody who says besides which request it is about.
   *
   * @return nothing if the link is none of ours, or another request's
   */
  @Transactional
  public Optional<Answer> answer(String code, Prefixed request, Reply reply, String trace) {
    return LinkCode.open(code, LinkPurpose.FORM, keys)
        .filter(link -> link.subject().equals(request.value()))
        .map(link -> answer(link, reply, trace));
  }

  private Answer answer(LinkCode link, Reply reply, String trace) {
    return isTierRequest(link)
        ? answerTierRequest(link, reply, trace)
        : answerOrder(link, reply, trace);
  }

  /** What a browser sends: the page has only the fields that it draws, each by its name. */
  private record PageReply(Function<Form, List<SubmittedValue>> read) implements Reply {

    @Override
    public List<SubmittedValue> read(Form form, Faults faults) {
      return read.apply(form);
    }

    @Override
    public String missing(String field) {
      return "/" + field + "/value";
    }
  }

  private Question question(LinkCode link) {
    if (!isTierRequest(link)) {
      return orderQuestion(link, orders.peek(order(link)));
    }
    TierConfigurationRequest request = tierRequests.peek(tierRequest(link));
    return tierQuestion(link, request, configurations.peek(request.configuration()).values());
  }

  private Answer answerTierRequest(LinkCode link, Reply reply, String trace) {
    TierConfigurationRequestId id = tierRequest(link);
    TierConfiguration own = configurations.lock(tierRequests.peek(id).configuration());
    TierConfigurationRequest request = tierRequests.lock(id);
    Question question = tierQuestion(link, request, own.values());
    Inquired inquired = question.inquired(clock.instant());
    if (!(inquired instanceof Inquired.Open)) {
      return new Answer.Late(inquired);
    }
    Actor reseller = question.actor(trace);
    ParameterValues before = own.values().withAll(request.values());
    Replies.Judged judged = judged(reseller, question, before, reply);
    if (!judged.faults().isEmpty()) {
      return new Answer.Wrong(judged.form(), judged.faults().violations());
    }
    Stamp stamp = new Stamp(clock.instant(), reseller.user());
    boolean changed = request.carry(request.values().withChanges(before, judged.after()), stamp);
    request.pend(reseller, stamp);
    tierRequests.save(request);
    if (changed) {
      chronicle.tell(reseller, TierEvents.changed(request, List.of("params"), reseller, stamp));
    }
    chronicle.tell(
        reseller,
        TierEvents.became(request, TierConfigurationRequestStatus.INQUIRING, reseller, stamp));
    LOG.info("{} answered by {}", id, question.account);
    return new Answer.Taken(request.type().wire(), Lifecycle.wire(request.status()));
  }

  private Answer answerOrder(LinkCode link, Reply reply, String trace) {
    FulfillmentRequestId id = order(link);
    Asset asset = assets.lock(orders.peek(id).asset());
    FulfillmentRequest request = orders.lock(id);
    Question question = orderQuestion(link, request);
    Inquired inquired = question.inquired(clock.instant());
    if (!(inquired instanceof Inquired.Open)) {
      return new Answer.Late(inquired);
    }
    Actor customer = question.actor(trace);
    Replies.Judged judged = judged(customer, question, request.values(), reply);
    if (!judged.faults().isEmpty()) {
      return new Answer.Wrong(judged.form(), judged.faults().violations());
    }
    Instant now = clock.instant();
    if (request.carry(judged.after(), now)) {
      if (request.type() == FulfillmentRequestType.PURCHASE) {
        asset.show(judged.after(), now);
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
    return new Answer.Taken(request.type().wire(), Lifecycle.wire(request.status()));
  }

  private Replies.Judged judged(
      Actor actor, Question question, ParameterValues before, Reply reply) {
    return replies.judge(actor, question.set, question.holder, before, question::form, reply);
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
      return last.hasEnded(now) ? new Inquired.Ended() : new Inquired.Open(form());
    }

    private Form form() {
      List<FormField> asked = FormField.of(set, held);
      return form(asked, FormField.waiting(set, held, asked));
    }

    private Form form(List<FormField> fields) {
      return form(fields, List.of());
    }

    private Form form(List<FormField> fields, List<FormField> waiting) {
      return new Form(
          link.subject(),
          products.peek(product).orElseThrow().snapshot().profile().name(),
          accountName(),
          partners.name(distributor),
          last == null ? Instant.MIN : last.ends(),
          fields,
          waiting);
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
