package io.tierhub.catalog;

/** What changes a product's status; the names are the wire's. */
public enum ProductAction {
  PUBLISH,
  ENDSALE,
  RESUMESALE
}
