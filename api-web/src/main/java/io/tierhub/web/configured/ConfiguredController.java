package io.tierhub.web.configured;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductQueries;
import io.tierhub.configured.ConfiguredValueField;
import io.tierhub.configured.ConfiguredValueQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Page;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ConfigureProducts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConfiguredController implements ConfiguredApi {

  private final ConfiguredValueQueries values;
  private final ProductQueries products;
  private final ConfigureProducts configure;
  private final Writes writes;

  ConfiguredController(
      ConfiguredValueQueries values,
      ProductQueries products,
      ConfigureProducts configure,
      Writes writes) {
    this.values = values;
    this.products = products;
    this.configure = configure;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ProductId product, ListQuery query) {
    Page page = values.list(actor, product, query.over(ConfiguredValueField.values()));
    return query.answer(page, product, () -> products.get(actor, product));
  }

  @Override
  public ResponseEntity<byte[]> set(Actor actor, ProductId product, Body body) {
    ConfiguredForm form = body.as(ConfiguredForm.class);
    return writes.answer(
        HttpStatus.CREATED,
        () -> configure.set(actor, product, form.place(), form::submitted),
        place -> values.get(actor, product, place).orElseThrow(() -> Refused.notFound(product)));
  }
}
