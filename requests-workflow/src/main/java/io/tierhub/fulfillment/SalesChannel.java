package io.tierhub.fulfillment;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.partner.HubId;

/** An active connection through which a distributor can order a product. */
public record SalesChannel(ConnectionId connection, HubId hub) {}
