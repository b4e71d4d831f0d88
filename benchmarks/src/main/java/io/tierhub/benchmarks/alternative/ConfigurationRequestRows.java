package io.tierhub.benchmarks.alternative;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;
import org.springframework.data.rest.core.annotation.RestResource;

/** Tier configuration requests by id, and the open ones of a product. */
@RepositoryRestResource(path = "configuration-requests")
public interface ConfigurationRequestRows extends Repository<ConfigurationRequestRow, String> {

  Optional<ConfigurationRequestRow> findById(String id);

  @RestResource(path = "open")
  @EntityGraph(
      attributePaths = {
        "configuration",
        "configuration.product",
        "configuration.account",
        "configuration.marketplace",
        "configuration.connection",
        "configuration.connection.vendor",
        "configuration.connection.distributor",
        "configuration.connection.hub",
        "parentConfiguration",
        "parentConfiguration.product",
        "parentConfiguration.account",
        "parentConfiguration.marketplace",
        "parentConfiguration.connection",
        "parentConfiguration.connection.vendor",
        "parentConfiguration.connection.distributor",
        "parentConfiguration.connection.hub",
        "account",
        "tier2"
      })
  Page<ConfigurationRequestRow>
      findByStatusAndVendorIdAndEnvironmentAndProductIdOrderByCreatedAtAscIdAsc(
          @Param("status") String status,
          @Param("vendor") String vendor,
          @Param("environment") String environment,
          @Param("product") String product,
          Pageable page);
}
