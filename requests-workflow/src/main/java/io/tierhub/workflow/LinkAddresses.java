package io.tierhub.workflow;

import io.tierhub.link.LinkCode;

/** Where links lead. */
public interface LinkAddresses {

  /** The whole link, sealed, as it is mailed. */
  String of(LinkCode code);
}
