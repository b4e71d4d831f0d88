package io.tierhub.portal;

import io.tierhub.action.Action;
import io.tierhub.inquiry.FormField;
import io.tierhub.tierconfig.TierLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reseller's link opens.
 *
 * @param product what is sold, by its name
 * @param company whose page it is, by its name
 * @param asker for whom, the distributor's name
 * @param vendor with whom, the vendor's name
 * @param ends when the link stops working
 * @param tile what the vendor tells it, in Markdown
 * @param fields what has been agreed of what it has said
 * @param buttons what it can do at the vendor's
 * @param underway what is open, if anything is
 * @param form where it is asked, if it is
 * @param seen tells this state of what is agreed from others
 */
public record Portal(
    String product,
    String company,
    TierLevel level,
    String asker,
    String vendor,
    Instant ends,
    String tile,
    List<FormField> fields,
    List<Action> buttons,
    @Nullable Underway underway,
    @Nullable String form,
    String seen) {

  public Portal {
    fields = List.copyOf(fields);
    buttons = List.copyOf(buttons);
  }

  /** Whether something can be changed now. */
  public boolean isOpen() {
    return underway == null && fields.stream().anyMatch(FormField::isOpen);
  }

  /** The same with fields that show what becomes of them. */
  public Portal with(List<FormField> judged) {
    return new Portal(
        product, company, level, asker, vendor, ends, tile, judged, buttons, underway, form, seen);
  }
}
