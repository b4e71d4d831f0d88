// The unmodified Connect JavaScript SDK, as a distributor's portal and a vendor's processor use it.
const assert = require('node:assert/strict');
const { ConnectClient, Directory, Fulfillment, HttpError, APIError } = require('@cloudblueconnect/connect-javascript-sdk');

const { TIERHUB, DISTRIBUTOR, VENDOR, PRODUCT, TIER_PRODUCT } = process.env;
const portal = new ConnectClient(TIERHUB, DISTRIBUTOR);
const processor = new ConnectClient(TIERHUB, VENDOR);

const contact = (city) => ({
  address_line1: 'Karl Johans gate 22',
  city,
  postal_code: '0159',
  country: 'NO',
  contact: { first_name: 'Ingrid', last_name: 'Dahl', email: 'ingrid.dahl@example.com' },
});

const facts = [];
const fact = (text, check) => facts.push([text, check]);
const world = {};

fact('an account is created, read and found', async () => {
  world.reseller = await portal.tierAccounts.create({ type: 'reseller', name: 'Fjord Cloud', contact_info: contact('Oslo') });
  world.customer = await portal.tierAccounts.create({
    type: 'customer', name: 'Bakeriet', external_id: '4711', parent: { id: world.reseller.id }, contact_info: contact('Oslo'),
  });
  assert.match(world.customer.id, /^TA-\d{4}-\d{4}-\d{4}$/);
  assert.deepEqual(await portal.tierAccounts.get(world.customer.id), world.customer);
  const found = await new Directory(portal).searchTierAccounts({ external_id: '4711', type: { $in: ['customer', 'reseller'] } });
  assert.deepEqual(found.map((a) => a.id), [world.customer.id]);
  const page = await portal.tierAccounts.search({ $ordering: '-name', limit: 1, offset: 0 });
  assert.equal(page[0].name, 'Fjord Cloud');
});

fact('an account is updated in part and its versions are read', async () => {
  const updated = await portal.tierAccounts.update(world.reseller.id, { tax_id: 'NO 914 778 271' });
  assert.equal(updated.version, 2);
  assert.equal(updated.name, 'Fjord Cloud');
  const before = await new Directory(portal).getTierAccountVersion(world.reseller.id, 1);
  assert.equal(before.version, 1);
  assert.equal(before.tax_id, undefined);
});

fact('a refusal is an APIError with code and strings', async () => {
  await assert.rejects(portal.tierAccounts.create({ type: 'customer', name: 'No parent', contact_info: contact('Oslo') }), (error) => {
    assert.ok(error instanceof APIError, `got ${error.constructor.name}`);
    assert.equal(error.status, 400);
    assert.ok(error.errorCode && error.errors.every((e) => typeof e === 'string'));
    return true;
  });
  await assert.rejects(processor.tierAccounts.get(world.customer.id), (error) => error instanceof HttpError && error.status === 404);
});

fact('an order makes the vendor hear of changes', async () => {
  const order = await portal.requests.create({
    type: 'purchase',
    asset: {
      product: { id: PRODUCT },
      external_id: 'SDK-1',
      items: [{ mpn: 'MPN-1', quantity: 2 }],
      tiers: { customer: { id: world.customer.id } },
    },
  });
  assert.equal(order.status, 'pending');
  world.order = order;
  const pending = await processor.requests.search({ status: 'pending', 'asset.product.id': { $in: [PRODUCT] } });
  assert.deepEqual(pending.map((r) => r.id), [order.id]);
  const raised = await new Directory(portal).createTierAccountRequest({
    type: 'update', account: { id: world.customer.id, contact_info: contact('Bergen') },
  });
  assert.ok(Array.isArray(raised) && raised.length === 1);
  world.first = raised[0];
  assert.equal(world.first.account.version, 2);
  assert.equal(world.first.account.contact_info.city, 'Bergen');
});

fact('both sides talk about an order', async () => {
  const [conversation] = await processor.conversations.getConversationsByObjectId(world.order.id);
  assert.equal(conversation.instance_id, world.order.id);
  const question = await processor.conversations.createMessage(conversation.id, 'Which domain?');
  assert.equal(question.conversation, conversation.id);
  await portal.conversations.createMessage(world.order.id, 'bakeriet.example');
  const messages = processor.conversations.messages(world.order.id);
  await messages.update(question.id, { text: 'Which domain, please?' });
  const note = await messages.create({ text: 'Ask Nora.', type: 'private' });
  await messages.delete(note.id);
  const said = await portal.conversations.messages(conversation.id).search({ type: 'message' });
  assert.deepEqual(said.map((m) => m.text), ['Which domain, please?', 'bakeriet.example']);
  const whole = await portal.conversations.get(world.order.id);
  assert.deepEqual(whole.messages.map((m) => m.type), ['state_change', 'message', 'message']);
  await assert.rejects(portal.conversations.create({ instance_id: world.order.id, topic: 'Ours' }), (error) => error instanceof APIError && error.status === 403);
});

fact('the vendor finds, accepts and ignores requests', async () => {
  const directory = new Directory(processor);
  const pending = await directory.searchTierAccountRequests({ status: 'pending', 'product.id': PRODUCT });
  assert.deepEqual(pending.map((r) => r.id), [world.first.id]);
  assert.equal((await directory.acceptTierAccountRequest(world.first.id)).status, 'accepted');
  await portal.tierAccounts.update(world.customer.id, { name: 'Bakeriet AS' });
  const [second] = await directory.searchTierAccountRequests({ status: 'pending', 'product.id': PRODUCT });
  const ignored = await directory.ignoreTierAccountRequest(second.id, 'Names are not ours');
  assert.equal(ignored.status, 'ignored');
  assert.equal(ignored.reason, 'Names are not ours');
  assert.equal((await directory.getTierAccountRequest(second.id)).account.name, 'Bakeriet AS');
  await assert.rejects(directory.acceptTierAccountRequest(second.id), (error) => error instanceof APIError && error.status === 400);
});

fact('the assets are found', async () => {
  const [asset] = await new Directory(portal).getAssetsByProductIdExternalId(PRODUCT, 'SDK-1');
  assert.equal(asset.tiers.customer.id, world.customer.id);
  assert.equal(asset.tiers.tier1.id, world.reseller.id);
  assert.deepEqual(asset.tiers.tier2, {});
});

fact('an account is decommissioned and gone', async () => {
  const lonely = await portal.tierAccounts.create({ type: 'reseller', name: 'Lonely', contact_info: contact('Oslo') });
  await portal.tierAccounts.delete(lonely.id);
  await assert.rejects(portal.tierAccounts.get(lonely.id), (error) => error.status === 404);
});

fact('a tier is asked, answered and set up, and the order goes on', async () => {
  const order = await portal.requests.create({
    type: 'purchase',
    asset: { product: { id: TIER_PRODUCT }, items: [{ mpn: 'MPN-1', quantity: 1 }], tiers: { customer: { id: world.customer.id } } },
  });
  assert.equal(order.status, 'tiers_setup');
  const asking = new Fulfillment(portal);
  const vendor = new Fulfillment(processor);
  const [setup] = await vendor.searchTierConfigRequests({
    type: 'setup', status: { $in: ['inquiring', 'pending'] }, 'configuration.product.id': { $in: [TIER_PRODUCT] },
  });
  assert.equal(setup.status, 'inquiring');
  assert.equal(setup.configuration.account.id, world.reseller.id);
  const answered = await asking.updateTierConfigRequestParameters(setup.id, [{ id: 'region', value: 'Nordics' }]);
  assert.equal(answered.params[0].value, 'Nordics');
  await asking.pendingTierConfigRequest(setup.id);
  await vendor.inquireTierConfigRequest(setup.id, [{ id: 'region', value_error: 'Which country?' }], 'Asked again.');
  await asking.updateTierConfigRequestParameters(setup.id, [{ id: 'region', value: 'Norway' }]);
  await asking.pendingTierConfigRequest(setup.id);
  await vendor.updateTierConfigRequestParameters(setup.id, [{ id: 'partner_id', value: 'P-1' }]);
  const template = (await processor.products.getTemplates(TIER_PRODUCT)).find((t) => t.scope === 'tier1' && t.type === 'fulfillment');
  const approval = await vendor.approveTierConfigRequestWithTemplate(setup.id, template.id);
  assert.equal(approval.template.id, template.id);
  assert.equal((await portal.requests.get(order.id)).status, 'pending');
  world.configuration = setup.configuration.id;
});

fact('what is set up is found, updated, and an update is failed', async () => {
  const vendor = new Fulfillment(processor);
  const [found] = await new Directory(portal).searchTierConfigurations({ 'account.id': world.reseller.id, 'product.id': TIER_PRODUCT, tier_level: 1 });
  assert.equal(found.id, world.configuration);
  assert.equal(found.status, 'active');
  assert.deepEqual(found.params.map((p) => p.value), ['Norway', 'P-1']);
  const update = await new Fulfillment(portal).createUpdateTierConfigRequest(found.id, [{ id: 'region', value: 'Sweden' }]);
  assert.equal(update.type, 'update');
  await vendor.failTierConfigRequest(update.id, 'Not now.');
  const failed = await vendor.getTierConfigRequest(update.id);
  assert.equal(failed.status, 'failed');
  assert.equal(failed.reason, 'Not now.');
  assert.equal((await processor.tierConfigs.get(found.id)).params[0].value, 'Norway');
});

(async () => {
  let failed = 0;
  for (const [text, check] of facts) {
    try {
      await check();
      console.log(`ok      ${text}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${text}: ${error.stack}`);
    }
  }
  console.log(`sdk: ${facts.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
})();
