package io.tierhub.benchmarks.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;

/** A product. */
@Entity
@Table(name = "product")
public class ProductRow {

  @Id public String id;
  public String name;
  public String icon;
  public String status;

  @OneToMany
  @JoinColumn(name = "product_id")
  public List<ParameterSetRow> parameters;
}
