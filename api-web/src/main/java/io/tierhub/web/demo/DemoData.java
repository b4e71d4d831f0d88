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
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.partner.HubId;
import io.tierhub.web.account.AccountOpenings;
import io.tierhub.web.demo.DemoProducts.DemoProduct;
import io.tierhub.web.demo.DemoTiers.Setup;
import io.tierhub.workflow.MaintainTierAccounts;
import io.tierhub.workflow.Onboarding;
import io.tierhub.workflow.Onboarding.Onboarded;
import io.tierhub.workflow.PendingChanges;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the demo begins with: two distributors with three trees, two vendors, products that ask
 * nothing of resellers and products that do, orders of which some wait, and one account that moved.
 * Everything goes through the same doors and the same validation as what comes over HTTP.
 */
@Component
class DemoData {

  private final Onboarding onboarding;
  private final AccountOpenings openings;
  private final MaintainTierAccounts maintain;
  private final DemoFiles files;
  private final DemoProducts products;
  private final DemoOrders orders;
  private final DemoTiers tiers;
  private final PendingChanges pending;

  DemoData(
      Onboarding onboarding,
      AccountOpenings openings,
      MaintainTierAccounts maintain,
      DemoFiles files,
      DemoProducts products,
      DemoOrders orders,
      DemoTiers tiers,
      PendingChanges pending) {
    this.onboarding = onboarding;
    this.openings = openings;
    this.maintain = maintain;
    this.files = files;
    this.products = products;
    this.orders = orders;
    this.tiers = tiers;
    this.pending = pending;
  }

  /**
   * @param parked an order that waits for its tiers
   */
  record Loaded(DemoCompanies companies, FulfillmentRequestId parked) {

    /** What a shell wants to know of it. */
    Map<String, String> variables() {
      Map<String, String> variables = companies.tokens();
      variables.put(DemoEnvironmentFile.PARKED, parked.value());
      return variables;
    }
  }

  Loaded load() {
    Onboarded alpine = company(Role.DISTRIBUTOR, "Alpine Distribution");
    Onboarded pacific = company(Role.DISTRIBUTOR, "Pacific Channel");
    Onboarded nimbus = company(Role.VENDOR, "Nimbus Software");
    Onboarded lumen = company(Role.VENDOR, "Lumen Analytics");
    Onboarded ops = company(Role.OPS, "TierHub Operations");
    DemoCompanies companies = new DemoCompanies(alpine, pacific, nimbus, lumen, ops);

    Shelf shelf = shelf(nimbus.actor(), lumen.actor());
    sell(alpine, "Alpine", shelf);
    sell(pacific, "Pacific", shelf);
    pending.write();

    List<TierAccountId> helvetia = tree(alpine.actor(), "alpine-helvetia");
    List<TierAccountId> nordlys = tree(alpine.actor(), "alpine-nordlys");
    List<TierAccountId> merlion = tree(pacific.actor(), "pacific-merlion");

    askNothing(companies, shelf, helvetia, nordlys, merlion);
    FulfillmentRequestId parked =
        waitsForAnswers(companies, shelf.workplace.id(), helvetia.get(4)); // Perret's watches
    waitsForItsVendor(companies, shelf.reports.id(), helvetia.get(5)); // Clinique du Léman
    isSetUp(companies, shelf.workplace, merlion.get(2)); // Kyoto tea
    tiers.drafted(
        alpine.actor(),
        shelf.sovereign.id(),
        nordlys.get(3), // Stockholms Molntjänster
        text("certificate_number", "IS 7"),
        text("security_email", "sakerhet@molntjanster.example"));

    maintain.change(alpine.actor(), helvetia.get(1), now -> moved(now.profile()));
    return new Loaded(companies, parked);
  }

  /** All products. */
  private record Shelf(
      ProductId backup,
      ProductId insight,
      DemoProduct workplace,
      DemoProduct sovereign,
      DemoProduct reports) {

    List<ProductId> all() {
      return List.of(backup, insight, workplace.id(), sovereign.id(), reports.id());
    }
  }

  private Shelf shelf(Actor nimbus, Actor lumen) {
    Capabilities plain = Capabilities.NONE;
    Capabilities synced = plain.withTierAccountsSync(true);
    return new Shelf(
        onboarding.product(nimbus, "Nimbus Backup", synced),
        onboarding.product(lumen, "Lumen Insight", plain),
        products.make(
            nimbus, "Nimbus Workplace", synced.withConfigurationLevel(2), "nimbus-workplace"),
        products.make(
            nimbus,
            "Nimbus Sovereign",
            synced.withConfigurationLevel(1).withTierDraftsValidated(true),
            "nimbus-sovereign"),
        products.make(lumen, "Lumen Reports", plain.withConfigurationLevel(1), "lumen-reports"));
  }

  private Onboarded company(Role role, String name) {
    return onboarding.company(role, name, Environment.PRODUCTION);
  }

  private void sell(Onboarded distributor, String name, Shelf shelf) {
    HubId hub = onboarding.hub(distributor.actor(), name + " Hub");
    onboarding.marketplace(distributor.actor(), name + " Marketplace", hub);
    for (ProductId product : shelf.all()) {
      onboarding.connection(distributor.actor(), product, hub);
    }
  }

  private List<TierAccountId> tree(Actor distributor, String name) {
    List<TierAccountId> opened = openings.open(distributor, files.read(name));
    pending.write(); // The orders come in the same transaction and must see them.
    return opened;
  }

  private void askNothing(
      DemoCompanies companies,
      Shelf shelf,
      List<TierAccountId> helvetia,
      List<TierAccountId> nordlys,
      List<TierAccountId> merlion) {
    Actor alpine = companies.alpine().actor();
    Actor pacific = companies.pacific().actor();
    Actor nimbus = companies.nimbus().actor();
    Actor lumen = companies.lumen().actor();
    orders.approved(alpine, nimbus, shelf.backup, helvetia.get(4), "DEMO-1001"); // Perret
    orders.approved(alpine, nimbus, shelf.backup, helvetia.get(5), "DEMO-1002"); // The clinic
    orders.approved(alpine, lumen, shelf.insight, helvetia.get(5), "DEMO-1003");
    orders.approved(alpine, nimbus, shelf.backup, nordlys.get(1), "DEMO-1004"); // Bakeriet
    orders.approved(pacific, nimbus, shelf.backup, merlion.get(2), "DEMO-2001"); // Kyoto tea
    orders.approved(pacific, lumen, shelf.insight, merlion.get(5), "DEMO-2002"); // Kererū
    orders.placed(alpine, shelf.backup, nordlys.get(4), "DEMO-1005"); // The bookshop's waits.
  }

  /** Parked behind a tier 2 that has not answered. */
  private FulfillmentRequestId waitsForAnswers(
      DemoCompanies companies, ProductId product, TierAccountId customer) {
    Actor alpine = companies.alpine().actor();
    FulfillmentRequestId order = orders.placed(alpine, product, customer, "DEMO-1006");
    Setup tier2 = tiers.firstAwaited(alpine, order);
    tiers.said(
        companies.nimbus().actor(),
        tier2.request(),
        "We can countersign the agreement on the day we have the sales region.");
    tiers.said(alpine, tier2.request(), "Étienne Favre is back on Monday; he has the form.");
    return order;
  }

  /** Parked behind a tier 1 that has answered and is its vendor's to approve. */
  private void waitsForItsVendor(
      DemoCompanies companies, ProductId product, TierAccountId customer) {
    Actor alpine = companies.alpine().actor();
    FulfillmentRequestId order = orders.placed(alpine, product, customer, "DEMO-1007");
    tiers.answered(
        alpine,
        tiers.firstAwaited(alpine, order),
        text("partner_level", "silver"),
        text("billing_email", "factures@romandie-info.example"));
  }

  /** Both tiers are set up and the order is approved; an update of tier 1 is under way. */
  private void isSetUp(DemoCompanies companies, DemoProduct product, TierAccountId customer) {
    Actor pacific = companies.pacific().actor();
    Actor nimbus = companies.nimbus().actor();
    FulfillmentRequestId order = orders.placed(pacific, product.id(), customer, "DEMO-2003");
    Setup tier2 = tiers.firstAwaited(pacific, order);
    tiers.answered(
        pacific, tier2, text("sales_region", "apac"), text("support_phone", "+65 6311 4000"));
    tiers.approved(
        nimbus, tier2, product.templates().getLast(), text("agreement_number", "NW-2026-0007"));
    Setup tier1 = tiers.firstAwaited(pacific, order);
    tiers.answered(
        pacific,
        tier1,
        text("vat_number", "T5120001123456"),
        text("technical_email", "noc@kansai-cloud.example"));
    tiers.approved(nimbus, tier1, product.templates().getFirst(), text("reseller_code", "KC-0042"));
    orders.approve(nimbus, order);
    tiers.updateWanted(
        pacific, tier1.configuration(), text("technical_email", "operations@kansai-cloud.example"));
  }

  private static SubmittedValue text(String name, String value) {
    return SubmittedValue.of(name, value, "/params");
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
