package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The parameters of a product in one scope. */
@Entity
@Table(name = "parameter_set")
public class ParameterSetRow {

  /** The two of its key. */
  @Embeddable
  public record Key(@Column(name = "product_id") String productId, String scope) {}

  @EmbeddedId public Key key;
  public String definitions;
}
