package io.tierhub.web.wire;

import io.tierhub.claim.LeaseId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The lease under which a call changes a request. Without the header the call is done as ever,
 * claimed or not: clients that know of no claims must go on working.
 */
public final class NamedLease {

  public static final String HEADER = "X-Lease";

  /** The ids of what can be claimed. */
  private static final Set<Class<? extends Prefixed>> CLAIMABLE =
      Set.of(
          FulfillmentRequestId.class, TierConfigurationRequestId.class, TierAccountRequestId.class);

  private NamedLease() {}

  /** Whether what has such an id can be claimed. */
  public static boolean isFor(Class<?> id) {
    return CLAIMABLE.contains(id);
  }

  /** What the call of this thread names, if it does. */
  static Optional<LeaseId> current() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? of(attributes.getRequest())
        : Optional.empty();
  }

  private static Optional<LeaseId> of(HttpServletRequest request) {
    List<String> sent = Collections.list(request.getHeaders(HEADER));
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    if (sent.size() > 1) {
      throw refused("was sent %d times: send one.".formatted(sent.size()));
    }
    try {
      return Optional.of(new LeaseId(sent.getFirst().strip()));
    } catch (IllegalArgumentException other) {
      throw refused("cannot be read: send the lease as you got it.");
    }
  }

  private static Refused refused(String fault) {
    return Refused.at(Refusal.INVALID, "", "The header " + HEADER + " " + fault);
  }
}
