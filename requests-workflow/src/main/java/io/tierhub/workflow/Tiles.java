package io.tierhub.workflow;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.Tile;
import org.springframework.stereotype.Component;

/** Renders what a configured tier is shown, once, at approval (design §4.9). */
@Component
class Tiles {

  Tile render(Agreement agreement, WantedTile wanted, ParameterSet set, ParameterValues values) {
    if (wanted.template() != null) {
      throw Refused.at(
          Refusal.TEMPLATE_UNKNOWN,
          "/template/id",
          "There is no template %s of %s.".formatted(wanted.template(), agreement.product()));
    }
    String text = wanted.representation();
    return new Tile(null, null, text == null ? "" : text);
  }
}
