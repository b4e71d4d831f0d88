package io.tierhub.benchmarks.alternative;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;
import org.springframework.data.rest.core.annotation.RestResource;

/** Fulfillment requests by id, and the open ones of a product. */
@RepositoryRestResource(path = "requests")
public interface RequestRows extends Repository<RequestRow, String> {

  Optional<RequestRow> findById(String id);

  @RestResource(path = "open")
  @EntityGraph(
      attributePaths = {
        "asset",
        "asset.product",
        "asset.connection",
        "asset.connection.vendor",
        "asset.connection.distributor",
        "asset.connection.hub",
        "asset.customer",
        "asset.tier1",
        "asset.tier2"
      })
  Page<RequestRow> findByStatusAndVendorIdAndEnvironmentAndProductIdOrderByCreatedAtAscIdAsc(
      @Param("status") String status,
      @Param("vendor") String vendor,
      @Param("environment") String environment,
      @Param("product") String product,
      Pageable page);
}
