// The unmodified Connect JavaScript SDK, as a distributor's portal and a vendor's processor use it.
const assert = require('node:assert/strict');
const { ConnectClient, Directory, Fulfillment, Inventory, HttpError, APIError } = require('@cloudblueconnect/connect-javascript-sdk');

const { TIERHUB, DISTRIBUTOR, VENDOR, HUB, PRODUCT, ASKING_PRODUCT, TIER_PRODUCT } = process.env;
const portal = new ConnectClient(TIERHUB, DISTRIBUTOR);
const processor = new ConnectClient(TIERHUB, VENDOR);

const contact = (city) => ({
  address_line1: 'Karl Johans gate 22',
  city,
  postal_code: '0159',
  country: 'NO',
  contact: { first_name: 'Ingrid', last_name: 'Dahl', email: 'ingrid.dahl@example.com' },
});

const order = (product, more = {}) => portal.requests.create({
  type: 'purchase',
  asset: { product: { id: product }, items: [{ mpn: 'MPN-1', quantity: 1 }], tiers: { customer: { id: world.customer.id } }, ...more },
});
const names = (values) => values.map((value) => value.name).sort();
const refusedWith = (status, code) => (error) => error instanceof APIError && error.status === status && error.errorCode === code;

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

fact('filters of every kind are understood', async () => {
  const directory = new Directory(portal);
  const accounts = (query) => directory.searchTierAccounts(query).then(names);
  assert.deepEqual(await accounts({ name: { $like: 'Bakeriet' } }), ['Bakeriet AS']);
  assert.deepEqual(await accounts({ name: { $ilike: 'FJORD' } }), ['Fjord Cloud']);
  assert.deepEqual(await accounts({ type: { $not: { $eq: 'customer' } } }), ['Fjord Cloud']);
  assert.deepEqual(await accounts({ $or: [{ type: 'customer' }, { name: 'Fjord Cloud' }] }), ['Bakeriet AS', 'Fjord Cloud']);
  assert.deepEqual(await accounts({ version: { $range: { min: 2, max: 2 } } }), ['Fjord Cloud']);
  assert.deepEqual(await accounts({ id: { $out: [world.customer.id] }, 'events.created.at': { $gte: '2020-01-01', $lte: '2120-01-01' } }), ['Fjord Cloud']);
  await assert.rejects(accounts({ nmae: 'Fjord' }), refusedWith(400, 'VAL_002'));
  const [short] = await portal.requests.search({ id: world.order.id, $select: ['-asset.items', '-asset.params'] });
  assert.equal(short.id, world.order.id); // What is not selected may be sent all the same.
});

fact('companies, hubs and who works there are found', async () => {
  const [own] = await portal.accounts.search({});
  assert.equal((await portal.accounts.get(own.id)).name, own.name);
  const users = await portal.accounts.users(own.id).search({});
  assert.equal(users.length, 1);
  assert.equal((await portal.hubs.get(HUB)).id, HUB);
  assert.deepEqual((await portal.hubs.search({ id: HUB })).map((hub) => hub.id), [HUB]);
  const other = await portal.hubs.create({ name: 'Second hub' });
  assert.equal((await portal.hubs.update(other.id, { name: 'Second hub of two' })).name, 'Second hub of two');
  assert.equal((await processor.hubs.search({ id: HUB })).length, 1);
});

fact('what a product asks and shows is found', async () => {
  const inventory = new Inventory(portal);
  assert.deepEqual(names(await inventory.getParametersByProduct(ASKING_PRODUCT)), ['domain', 'tenant']);
  assert.deepEqual(names(await portal.products.getParameters(ASKING_PRODUCT)), ['domain', 'tenant']);
  assert.deepEqual(names(await inventory.getAssetParametersForFulfillmentByProduct(ASKING_PRODUCT)), ['tenant']);
  const [region] = await inventory.searchProductParameters(TIER_PRODUCT, { scope: 'tier1', phase: 'ordering' });
  assert.equal(region.name, 'region');
  assert.equal((await portal.products.parameters(TIER_PRODUCT).get(region.id)).constraints.required, true);
  assert.equal((await inventory.getProductTemplates(ASKING_PRODUCT)).length, 9);
  assert.ok((await inventory.getProductAssetTemplates(ASKING_PRODUCT)).every((template) => template.scope === 'asset'));
  assert.deepEqual((await portal.products.getItems(ASKING_PRODUCT)).map((item) => item.mpn), ['MPN-1']);
  const [connection] = await portal.products.getConnections(ASKING_PRODUCT);
  assert.equal(await new Fulfillment(portal).getConnectionIdByProductAndHub(ASKING_PRODUCT, HUB), connection.id);
  assert.equal((await portal.products.connections(ASKING_PRODUCT).get(connection.id)).hub.id, HUB);
});

fact('a vendor keeps its products and what they ask', async () => {
  const product = await processor.products.create({ name: 'Fjord Mail', capabilities: { tiers: { configs: { level: 1 } } } });
  assert.equal(product.status, 'draft');
  assert.equal((await processor.products.update(product.id, { short_description: 'Mail' })).name, 'Fjord Mail');
  const [found] = await processor.products.search({ id: product.id });
  assert.equal(found.short_description, 'Mail');
  assert.equal((await processor.products.get(product.id)).capabilities.tiers.configs.level, 1);
  const parameters = processor.products.parameters(product.id);
  const seats = await parameters.create({ name: 'seats', title: 'Seats', description: 'How many', type: 'text', scope: 'tier1', phase: 'ordering' });
  assert.equal((await parameters.update(seats.id, { title: 'Number of seats' })).title, 'Number of seats');
  await parameters.delete(seats.id);
  assert.deepEqual(await parameters.search({}), []);
  const connections = processor.products.connections(PRODUCT);
  const second = await connections.create({ hub: { id: HUB } });
  assert.equal((await connections.update(second.id, { status: 'revoked' })).status, 'revoked');
});

// As Connect's command line tool exports a product's configuration to a sheet and imports it again.
fact('what is configured of a product is exported and imported', async () => {
  const asked = [['endpoint', 'text', 'product'], ['port', 'text', 'marketplace'], ['plan', 'object', 'item'], ['live', 'text', 'item_marketplace']];
  for (const [name, type, scope] of asked) {
    await processor.products.parameters(PRODUCT).create({ name, title: name, description: name, type, scope, phase: 'configuration' });
  }
  const configurations = processor.products.configurations(PRODUCT);
  const exported = () => configurations.search({ limit: 100, offset: 0 });
  const id = (line) => [line.parameter.id, line.item?.id, line.marketplace?.id].join('#');
  const place = ([parameter, item, marketplace]) => ({
    parameter: { id: parameter }, ...(item && { item: { id: item } }), ...(marketplace && { marketplace: { id: marketplace } }),
  });
  const content = (text) => {
    try {
      return { structured_value: JSON.parse(text) };
    } catch {
      return { value: text };
    }
  };
  const lines = await exported();
  assert.deepEqual(lines.map((line) => line.parameter.id), asked.map(([name]) => name));
  assert.ok(lines.every((line) => !('value' in line) && !('structured_value' in line) && Object.keys(line.events).length === 0));
  const [item] = await processor.products.getItems(PRODUCT);
  assert.deepEqual(lines[2].item, { id: item.id, name: item.name });
  assert.ok(lines[3].item.name && lines[3].marketplace.name);
  const sheet = ['api.fjord.example', '8443', '{"seats": 5}', 'true'];
  for (const [row, text] of sheet.entries()) {
    await configurations.create({ ...place(id(lines[row]).split('#')), ...content(text) });
  }
  const values = (await exported()).map((line) => line.structured_value ?? line.value);
  assert.deepEqual(values, ['api.fjord.example', '8443', { seats: 5 }, 'true']);
  for (const line of lines) {
    await configurations.create(place(id(line).split('#')));
  }
  assert.ok((await exported()).every((line) => !('value' in line) && line.events.updated.by.id));
});

fact('what products ask is copied to another product, with a button', async () => {
  const copy = await processor.products.create({ name: 'Fjord copy' });
  const copies = processor.products.parameters(copy.id);
  const said = ({ id, position, events, ...rest }) => rest;
  for (const source of [PRODUCT, ASKING_PRODUCT, TIER_PRODUCT]) {
    for (const asked of await processor.products.parameters(source).search({ limit: 100, offset: 0 })) {
      assert.deepEqual(await copies.search({ name: asked.name, limit: 1, offset: 0 }), []);
      await copies.create(said(asked));
      const [made] = await copies.search({ name: asked.name, limit: 1, offset: 0 });
      assert.deepEqual(said(made), said(asked));
    }
  }
  const actions = processor.products.actions(copy.id);
  const button = { action: 'console', type: 'button', scope: 'asset', description: 'Signs in.', title: 'Console' };
  const made = await actions.create({ ...button, name: 'Open console' });
  assert.ok(made.events.created.at);
  assert.equal((await actions.update(made.id, { ...button, title: 'Open' })).name, 'Open console');
  assert.deepEqual((await actions.search({ limit: 100, offset: 0 })).map((action) => action.title), ['Open']);
});

fact('an order is asked for more, answered and approved with a template', async () => {
  const asking = new Fulfillment(portal);
  const vendor = new Fulfillment(processor);
  const templates = await processor.products.getTemplates(ASKING_PRODUCT);
  const template = (type) => templates.find((one) => one.scope === 'asset' && one.type === type).id;
  const request = await asking.createRequest({
    type: 'purchase',
    asset: {
      product: { id: ASKING_PRODUCT },
      items: [{ mpn: 'MPN-1', quantity: 1 }],
      params: [{ id: 'domain', value: 'bakeriet' }],
      tiers: { customer: { id: world.customer.id } },
    },
  });
  assert.equal(request.status, 'pending');
  const inquiring = await vendor.inquireRequestWithTemplate(request.id, template('inquire'), [{ id: 'domain', value_error: 'Not a domain.' }], 'Asked.');
  assert.equal(inquiring.status, 'inquiring');
  assert.equal(inquiring.note, 'Asked.');
  assert.equal(inquiring.template.id, template('inquire'));
  assert.equal((await asking.getRequest(request.id)).asset.params[0].value_error, 'Not a domain.');
  await asking.updateRequestParameters(request.id, [{ id: 'domain', value: 'bakeriet.example' }]);
  assert.equal((await asking.pendingRequest(request.id)).status, 'pending');
  const [again] = await vendor.searchRequests({ status: 'pending', 'asset.product.id': ASKING_PRODUCT });
  assert.equal(again.id, request.id);
  assert.equal((await vendor.updateRequest(request.id, again)).id, request.id);
  await assert.rejects(vendor.approveRequestWithTemplate(request.id, template('fulfillment')), refusedWith(400, 'REQ_007'));
  await vendor.updateRequestParameters(request.id, [{ id: 'tenant', value: 'T-1' }], 'Made.');
  const approved = await vendor.approveRequestWithTemplate(request.id, template('fulfillment'));
  assert.equal(approved.status, 'approved');
  world.asset = await processor.assets.get(approved.asset.id);
  assert.equal(world.asset.status, 'active');
  assert.deepEqual(world.asset.params.map((param) => param.value), ['bakeriet.example', 'T-1']);
});

fact('an order is asked for more in a text of the vendor\'s own, and is failed', async () => {
  const vendor = new Fulfillment(processor);
  const request = await order(ASKING_PRODUCT, { params: [{ id: 'domain', value: 'x.example' }] });
  await vendor.inquireRequest(request.id, {}, [{ id: 'domain', value_error: 'Whose?' }]);
  await new Fulfillment(portal).pendingRequest(request.id);
  const failed = await vendor.failRequest(request.id, 'Nobody answers.');
  assert.equal(failed.status, 'failed');
  assert.equal(failed.reason, 'Nobody answers.');
  await assert.rejects(vendor.approveRequest(request.id, { activation_tile: '# Welcome' }), refusedWith(400, 'REQ_001'));
  const other = await order(PRODUCT);
  assert.equal((await vendor.approveRequest(other.id, { activation_tile: '# Welcome' })).status, 'approved');
});

fact('an asset is changed, suspended, resumed and cancelled', async () => {
  const vendor = new Fulfillment(processor);
  const on = async (type, more = {}) => {
    const request = await portal.requests.create({ type, asset: { id: world.asset.id, ...more } });
    assert.equal(request.type, type);
    await vendor.approveRequest(request.id, {});
    return processor.assets.get(world.asset.id);
  };
  assert.equal((await on('change', { items: [{ mpn: 'MPN-1', quantity: 3 }] })).items[0].quantity, '3');
  assert.equal((await on('suspend')).status, 'suspended');
  assert.equal((await on('resume')).status, 'active');
  assert.equal((await on('cancel')).status, 'terminated');
  const found = await new Directory(processor).searchAssets({ 'product.id': ASKING_PRODUCT, status: 'terminated' });
  assert.ok(found.some((asset) => asset.id === world.asset.id));
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

fact('a setup is asked for without an order, kept and approved in a text of the vendor\'s own', async () => {
  const vendor = new Fulfillment(processor);
  const other = await portal.tierAccounts.create({ type: 'reseller', name: 'Skjær Cloud', contact_info: contact('Bodø') });
  const wanted = { type: 'setup', configuration: { product: { id: TIER_PRODUCT }, account: { id: other.id }, tier_level: 1 }, params: [{ id: 'region', value: 'North' }] };
  const setup = await new Fulfillment(portal).createTierConfigRequest(wanted);
  assert.equal(setup.status, 'pending');
  await assert.rejects(portal.tierConfigRequests.create(wanted), refusedWith(409, 'TCR_001'));
  const seen = await processor.tierConfigRequests.get(setup.id);
  assert.deepEqual(await vendor.updateTierConfigRequest(setup.id, seen), seen);
  await assert.rejects(vendor.approveTierConfigRequest(setup.id, {}), refusedWith(400, 'TCR_003'));
  const noted = await vendor.updateTierConfigRequestParameters(setup.id, [{ id: 'partner_id', value: 'P-2' }], 'Checked.');
  assert.equal(noted.notes, 'Checked.');
  const approval = await vendor.approveTierConfigRequest(setup.id, { template: { representation: '# Welcome' } });
  assert.equal(approval.template.representation, '# Welcome');
  const adjusted = await vendor.createTierConfigRequest({
    type: 'adjustment', configuration: { id: setup.configuration.id }, params: [{ id: 'region', value: 'Far north' }],
  });
  await vendor.approveTierConfigRequest(adjusted.id, {});
  assert.equal((await portal.tierConfigs.get(setup.configuration.id)).params[0].value, 'Far north');
  const all = await processor.tierConfigs.search({ 'product.id': TIER_PRODUCT, status: 'active', $ordering: 'created' });
  assert.deepEqual(all.map((one) => one.account.name), ['Fjord Cloud', 'Skjær Cloud']);
});

fact('a failed setup fails the order that waits for it', async () => {
  const lonely = await portal.tierAccounts.create({ type: 'reseller', name: 'Holm Cloud', contact_info: contact('Hamar') });
  const customer = await portal.tierAccounts.create({ type: 'customer', name: 'Holm Bakeri', parent: { id: lonely.id }, contact_info: contact('Hamar') });
  const waiting = await order(TIER_PRODUCT, { tiers: { customer: { id: customer.id } } });
  assert.equal(waiting.status, 'tiers_setup');
  const [setup] = await processor.tierConfigRequests.search({ 'configuration.account.id': lonely.id });
  await processor.tierConfigRequests.fail(setup.id, 'Not certified.');
  const failed = await processor.requests.get(waiting.id);
  assert.equal(failed.status, 'failed');
  assert.match(failed.reason, /Not certified\./);
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
