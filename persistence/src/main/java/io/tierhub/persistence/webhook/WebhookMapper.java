package io.tierhub.persistence.webhook;

import io.tierhub.catalog.ProductId;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.StampsFromColumns;
import io.tierhub.persistence.StampsIntoColumns;
import io.tierhub.webhook.Webhook;
import io.tierhub.webhook.WebhookSecrets;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.Named;

/** Copies between the aggregate's snapshot and its row. */
@Mapper(config = MappingConfig.class, uses = IdTexts.class, imports = Stamps.class)
abstract class WebhookMapper {

  @Mapping(target = "ownerId", source = "owner")
  @Mapping(target = "type", source = "profile.type")
  @Mapping(target = "objectClass", source = "profile.objectClass")
  @Mapping(target = "label", source = "profile.label")
  @Mapping(target = "description", source = "profile.description")
  @Mapping(target = "active", source = "profile.active")
  @Mapping(target = "url", source = "profile.url")
  @Mapping(target = "productId", source = "profile.product")
  @Mapping(target = "data", source = "profile.data")
  @Mapping(target = "headers", source = "profile.headers")
  @Mapping(target = "jwtSecret", source = "secrets.current.jwt")
  @Mapping(target = "signingSecret", source = "secrets.current.signing")
  @Mapping(target = "secretNumber", source = "secrets.number")
  @Mapping(target = "previousJwtSecret", source = "secrets.previous.jwt")
  @Mapping(target = "previousSigningSecret", source = "secrets.previous.signing")
  @Mapping(target = "secretsFrom", source = "secrets.signFrom")
  @StampsIntoColumns
  @Mapping(target = "revision", ignore = true) // Hibernate counts it.
  @BeanMapping(ignoreUnmappedSourceProperties = "revision")
  abstract void copy(Webhook.Snapshot from, @MappingTarget WebhookEntity to);

  @Mapping(target = "owner", source = "ownerId")
  @Mapping(target = "profile.type", source = "type")
  @Mapping(target = "profile.objectClass", source = "objectClass")
  @Mapping(target = "profile.label", source = "label")
  @Mapping(target = "profile.description", source = "description")
  @Mapping(target = "profile.active", source = "active")
  @Mapping(target = "profile.url", source = "url")
  @Mapping(target = "profile.product", source = "productId", qualifiedByName = "product")
  @Mapping(target = "profile.data", source = "data")
  @Mapping(target = "profile.headers", source = "headers")
  @Mapping(target = "secrets", expression = "java(secrets(row))")
  @StampsFromColumns
  @BeanMapping(
      ignoreUnmappedSourceProperties = {
        "jwtSecret",
        "signingSecret",
        "secretNumber",
        "previousJwtSecret",
        "previousSigningSecret",
        "secretsFrom",
        "createdAt",
        "createdById",
        "createdByName",
        "updatedAt",
        "updatedById",
        "updatedByName"
      })
  abstract Webhook.Snapshot snapshot(WebhookEntity row);

  @Named("product")
  @Nullable ProductId product(@Nullable String id) {
    return id == null ? null : new ProductId(id);
  }

  WebhookSecrets secrets(WebhookEntity row) {
    String jwt = row.previousJwtSecret;
    String signing = row.previousSigningSecret;
    return new WebhookSecrets(
        new WebhookSecrets.Pair(row.jwtSecret, row.signingSecret),
        row.secretNumber,
        jwt == null || signing == null ? null : new WebhookSecrets.Pair(jwt, signing),
        row.secretsFrom);
  }
}
