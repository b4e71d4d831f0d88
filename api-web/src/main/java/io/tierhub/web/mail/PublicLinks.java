package io.tierhub.web.mail;

import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKeys;
import io.tierhub.web.wire.PublicAddress;
import io.tierhub.workflow.LinkAddresses;
import org.springframework.stereotype.Component;

/** Links to this server's own pages, where the world reaches it. */
@Component
class PublicLinks implements LinkAddresses {

  private final PublicAddress address;
  private final LinkKeys keys;

  PublicLinks(PublicAddress address, LinkKeys keys) {
    this.address = address;
    this.keys = keys;
  }

  @Override
  public String of(LinkCode code) {
    String page =
        switch (code.purpose()) {
          case FORM -> "/forms/";
          case PORTAL -> "/portal/";
        };
    return address.url() + page + code.sealed(keys);
  }
}
