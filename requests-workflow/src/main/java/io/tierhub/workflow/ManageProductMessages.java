package io.tierhub.workflow;

import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.productmessage.ProductMessage;
import io.tierhub.productmessage.ProductMessage.Text;
import io.tierhub.productmessage.ProductMessageId;
import io.tierhub.productmessage.ProductMessages;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what products say about wrong values: vendors of their own. */
@Service
public class ManageProductMessages {

  private final ProductMessages messages;
  private final OwnProducts own;

  ManageProductMessages(ProductMessages messages, OwnProducts own) {
    this.messages = messages;
    this.own = own;
  }

  /**
   * @param wanted asked for only once it is known that the actor may add any
   * @throws Refused with {@link Refusal#PRODUCT_MESSAGE_EXISTS} if the external id is taken
   */
  @Transactional
  public ProductMessageId create(Actor actor, ProductId id, Supplier<Text> wanted) {
    Product product = own.lock(actor, id);
    Text text = wanted.get();
    requireFree(id, text.externalId());
    if (messages.count(id) >= ProductMessage.MOST) {
      throw Refused.at(
          Refusal.INVALID, "", "A product has no more than " + ProductMessage.MOST + " messages.");
    }
    ProductMessageId number = ProductMessageId.of(id, messages.nextNumber(id));
    messages.save(new ProductMessage(number, id, text));
    tell("product.message_created", product, number, actor);
    return number;
  }

  /**
   * @param edit makes the new text out of the current one
   * @throws Refused with {@link Refusal#PRODUCT_MESSAGE_EXISTS} if the external id is taken
   */
  @Transactional
  public ProductMessageId change(
      Actor actor, ProductId id, ProductMessageId which, UnaryOperator<Text> edit) {
    Product product = own.lock(actor, id);
    Text before = find(id, which).text();
    Text to = edit.apply(before);
    if (!to.externalId().equals(before.externalId())) {
      requireFree(id, to.externalId());
    }
    if (!to.equals(before)) {
      messages.save(new ProductMessage(which, id, to));
      tell("product.message_changed", product, which, actor);
    }
    return which;
  }

  /** Errors that refer to it keep its words. */
  @Transactional
  public void delete(Actor actor, ProductId id, ProductMessageId which) {
    Product product = own.lock(actor, id);
    messages.remove(find(id, which).id());
    tell("product.message_deleted", product, which, actor);
  }

  private ProductMessage find(ProductId product, ProductMessageId which) {
    return messages.find(product, which).orElseThrow(() -> Refused.notFound(which));
  }

  private void requireFree(ProductId product, String externalId) {
    messages
        .byExternalId(product, externalId)
        .ifPresent(existing -> {
          throw Refused.at(
                  Refusal.PRODUCT_MESSAGE_EXISTS,
                  "/external_id",
                  "The message " + existing.id() + " has this external_id already.")
              .with(Map.of("id", existing.id().value()));
        });
  }

  private void tell(String what, Product product, ProductMessageId message, Actor actor) {
    own.tell(what, product, actor, Map.of("message", message.value()));
  }
}
