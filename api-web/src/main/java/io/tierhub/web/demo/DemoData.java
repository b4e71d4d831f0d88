package io.tierhub.web.demo;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.Contact;
import io.tierhub.account.ContactInfo;
import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.partner.HubId;
import io.tierhub.web.account.AccountOpenings;
import io.tierhub.web.wire.BodyBinder;
import io.tierhub.workflow.DecideOrders;
import io.tierhub.workflow.MaintainTierAccounts;
import io.tierhub.workflow.Onboarding;
import io.tierhub.workflow.Onboarding.Onboarded;
import io.tierhub.workflow.OrderLine;
import io.tierhub.workflow.OrderProducts;
import io.tierhub.workflow.PendingChanges;
import io.tierhub.workflow.PurchaseOrder;
import io.tierhub.workflow.TierChoice;
import io.tierhub.workflow.WantedTile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the demo begins with: two distributors with three trees, two vendors with a product each,
 * some orders, and one account that moved. Everything goes through the same doors and the same
 * validation as what comes over HTTP.
 */
@Component
class DemoData {

  private final Onboarding onboarding;
  private final AccountOpenings openings;
  private final MaintainTierAccounts maintain;
  private final OrderProducts order;
  private final DecideOrders decide;
  private final BodyBinder bodies;
  private final PendingChanges pending;

  DemoData(
      Onboarding onboarding,
      AccountOpenings openings,
      MaintainTierAccounts maintain,
      OrderProducts order,
      DecideOrders decide,
      BodyBinder bodies,
      PendingChanges pending) {
    this.onboarding = onboarding;
    this.openings = openings;
    this.maintain = maintain;
    this.order = order;
    this.decide = decide;
    this.bodies = bodies;
    this.pending = pending;
  }

  DemoCompanies load() {
    Onboarded alpine = company(Role.DISTRIBUTOR, "Alpine Distribution");
    Onboarded pacific = company(Role.DISTRIBUTOR, "Pacific Channel");
    Onboarded nimbus = company(Role.VENDOR, "Nimbus Software");
    Onboarded lumen = company(Role.VENDOR, "Lumen Analytics");
    Onboarded ops = company(Role.OPS, "TierHub Operations");

    ProductId backup =
        onboarding.product(
            nimbus.actor(), "Nimbus Backup", Capabilities.NONE.withTierAccountsSync(true));
    ProductId insight = onboarding.product(lumen.actor(), "Lumen Insight", Capabilities.NONE);
    sell(alpine, "Alpine", backup, insight);
    sell(pacific, "Pacific", backup, insight);
    pending.write();

    List<TierAccountId> helvetia = tree(alpine.actor(), "alpine-helvetia");
    List<TierAccountId> nordlys = tree(alpine.actor(), "alpine-nordlys");
    List<TierAccountId> merlion = tree(pacific.actor(), "pacific-merlion");

    approved(alpine, nimbus, backup, helvetia.get(4), "DEMO-1001"); // Perret's watches
    approved(alpine, nimbus, backup, helvetia.get(5), "DEMO-1002"); // Clinique du Léman
    approved(alpine, lumen, insight, helvetia.get(5), "DEMO-1003");
    approved(alpine, nimbus, backup, nordlys.get(1), "DEMO-1004"); // Bakeriet
    approved(pacific, nimbus, backup, merlion.get(2), "DEMO-2001"); // Kyoto tea
    approved(pacific, lumen, insight, merlion.get(5), "DEMO-2002"); // Kererū
    placed(alpine, backup, nordlys.get(4), "DEMO-1005"); // The bookshop's waits for its vendor.

    pending.write();
    maintain.change(alpine.actor(), helvetia.get(1), now -> moved(now.profile()));
    return new DemoCompanies(alpine, pacific, nimbus, lumen, ops);
  }

  private Onboarded company(Role role, String name) {
    return onboarding.company(role, name, Environment.PRODUCTION);
  }

  private void sell(Onboarded distributor, String name, ProductId... products) {
    HubId hub = onboarding.hub(distributor.actor(), name + " Hub");
    onboarding.marketplace(distributor.actor(), name + " Marketplace", hub);
    for (ProductId product : products) {
      onboarding.connection(distributor.actor(), product, hub);
    }
  }

  private List<TierAccountId> tree(Actor distributor, String name) {
    try {
      byte[] json = new ClassPathResource("demo/" + name + ".json").getContentAsByteArray();
      List<TierAccountId> opened = openings.open(distributor, bodies.parse(json));
      pending.write(); // The orders come in the same transaction and must see them.
      return opened;
    } catch (IOException missing) {
      throw new UncheckedIOException("the demo's accounts are not in the jar", missing);
    }
  }

  private void approved(
      Onboarded distributor,
      Onboarded vendor,
      ProductId product,
      TierAccountId customer,
      String externalId) {
    FulfillmentRequestId request = placed(distributor, product, customer, externalId);
    pending.write();
    decide.approve(vendor.actor(), request, WantedTile.DEFAULT, null);
  }

  private FulfillmentRequestId placed(
      Onboarded distributor, ProductId product, TierAccountId customer, String externalId) {
    PurchaseOrder purchase =
        new PurchaseOrder(
            product,
            null,
            null,
            externalId,
            null,
            List.of(new OrderLine(null, "MPN-1", "5")),
            List.of(),
            new TierChoice.Known(customer, false),
            new TierChoice.FromTheTree(),
            new TierChoice.FromTheTree());
    return order.purchase(distributor.actor(), purchase).request();
  }

  /** Romandie Informatique takes a new office: its vendors are told. */
  private static AccountProfile moved(AccountProfile before) {
    ContactInfo info = before.contactInfo();
    Contact contact = info.contact();
    return new AccountProfile(
        before.type(),
        before.name(),
        before.externalId(),
        before.externalUid(),
        before.taxId(),
        before.parent(),
        new ContactInfo(
            "Quai du Mont-Blanc 19",
            null,
            info.city(),
            info.state(),
            info.country(),
            "1201",
            contact));
  }
}
