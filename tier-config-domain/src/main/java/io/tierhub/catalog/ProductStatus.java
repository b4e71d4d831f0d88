package io.tierhub.catalog;

/** Where a product stands between its making and the end of its sale. */
public enum ProductStatus {
  /** Being made: distributors find it only once they are connected to it. */
  DRAFT,
  /** On sale. */
  PUBLISHED,
  /** No longer sold; what was sold lives on. */
  ENDOFSALE
}
