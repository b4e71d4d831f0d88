package io.tierhub.benchmarks.alternative;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;

/** Accounts by id. */
@RepositoryRestResource(path = "accounts")
public interface AccountRows extends Repository<AccountRow, String> {

  Optional<AccountRow> findById(String id);
}
