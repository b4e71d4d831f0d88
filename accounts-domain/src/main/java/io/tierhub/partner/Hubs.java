package io.tierhub.partner;

import io.tierhub.kernel.PartnerId;
import java.util.Optional;

/** The distributors' hubs, as far as others must know them. */
public interface Hubs {

  Optional<PartnerId> ownerOf(HubId hub);
}
