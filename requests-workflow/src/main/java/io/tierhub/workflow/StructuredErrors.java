package io.tierhub.workflow;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.parameter.StructuredError;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.productmessage.ProductMessage;
import io.tierhub.productmessage.ProductMessageId;
import io.tierhub.productmessage.ProductMessages;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up the messages that errors refer to, so that they are shown with their words. */
@Component
class StructuredErrors {

  private final ProductMessages messages;

  StructuredErrors(ProductMessages messages) {
    this.messages = messages;
  }

  /** What was submitted, with the messages' words; a fault for each message that there is not. */
  List<SubmittedValue> worded(ProductId product, List<SubmittedValue> submitted, Faults faults) {
    return submitted.stream().map(one -> worded(product, one, faults)).toList();
  }

  private SubmittedValue worded(ProductId product, SubmittedValue sent, Faults faults) {
    StructuredError error = sent.structuredError();
    if (error == null) {
      return sent;
    }
    Optional<ProductMessage> message = message(product, error);
    if (message.isEmpty()) {
      faults.add(
          Refusal.INVALID,
          sent.pointer() + "/structured_error/message",
          "The product has no such message.");
      return sent;
    }
    ProductMessage found = message.get();
    return sent.withStructuredError(
        new StructuredError(
            found.id().value(), found.text().externalId(), found.text().value(), error.context()));
  }

  private Optional<ProductMessage> message(ProductId product, StructuredError error) {
    String id = error.messageId();
    String externalId = error.externalId();
    if (id != null) {
      return Prefixed.looksLike("PRDMSG", id)
          ? messages.find(product, new ProductMessageId(id))
          : Optional.empty();
    }
    return externalId == null ? Optional.empty() : messages.byExternalId(product, externalId);
  }
}
