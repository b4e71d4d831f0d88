package io.tierhub.persistence.inquiry;

import io.tierhub.inquiry.Inquiry;
import io.tierhub.kernel.Role;
import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkPurpose;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.WireTime;
import io.tierhub.workflow.LinkAddresses;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a request shows of its inquiry while it is asking. The link lets whoever has it answer, so
 * only the distributor is shown it, who owns what is asked; others see that there is one.
 */
@Component
public class FormLinks {

  private final LinkAddresses addresses;

  FormLinks(LinkAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * The member {@code activation} (wire-format §5.1).
   *
   * @param r the alias of the request
   */
  public Shape.Member activation(String r, Role reader) {
    return Shape.cells(
        "activation",
        asking(r),
        (row, first, out) -> {
          int number = row.getInt(first + 1);
          if (row.wasNull()) {
            return;
          }
          out.writeObjectPropertyStart("activation");
          if (reader == Role.DISTRIBUTOR) {
            out.writeStringProperty("link", link(row.getString(first), number));
          }
          out.writeNumberProperty("inquiry", number);
          OffsetDateTime asked = row.getObject(first + 2, OffsetDateTime.class);
          out.writeStringProperty(
              "expires",
              WireTime.format(
                  new Inquiry(number, asked.toInstant()).ends().atOffset(ZoneOffset.UTC)));
          out.writeEndObject();
        });
  }

  /**
   * The member {@code params_form_url} of fulfillment requests (wire-format §6.1), for who owns
   * them.
   */
  public Shape.Member formUrl(String r, Role reader) {
    return Shape.cells(
        "params_form_url",
        asking(r),
        (row, first, out) -> {
          int number = row.getInt(first + 1);
          if (!row.wasNull() && reader == Role.DISTRIBUTOR) {
            out.writeStringProperty("params_form_url", link(row.getString(first), number));
          }
        });
  }

  private static List<String> asking(String r) {
    return List.of(
        r + ".id",
        "case when " + r + ".status = 'inquiring' then " + r + ".inquiry end",
        r + ".inquired_last_at");
  }

  private String link(String request, int number) {
    return addresses.of(new LinkCode(LinkPurpose.FORM, request, number));
  }
}
