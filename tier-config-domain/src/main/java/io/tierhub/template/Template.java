package io.tierhub.template;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import java.util.List;

/**
 * A text of a product in Markdown, with room for the values of its parameters. Of each scope and
 * type a product always has one, the first of which is the default; they come with the product, and
 * its vendor changes them and adds others. Scope and type never change.
 */
public final class Template {

  /** From one template's place to the next. */
  public static final long STEP = 10_000;

  private static final int MOST = 200;
  private static final int LONGEST_BODY = 50_000;

  private final TemplateId id;
  private final ProductId product;
  private final Stamp created;
  private final long revision;
  private Content content;
  private Stamp updated;

  private Template(Snapshot kept) {
    this.id = kept.id();
    this.product = kept.product();
    this.content = kept.content();
    this.created = kept.created();
    this.updated = kept.updated();
    this.revision = kept.revision();
  }

  /**
   * @param others what the product has already
   * @throws Refused with every fault
   */
  public static Template create(
      TemplateId id,
      ProductId product,
      Content content,
      int others,
      Stamp created,
      TemplateEngine engine) {
    Faults faults = new Faults();
    if (others >= MOST) {
      faults.add(Refusal.INVALID, "", "A product has no more than " + MOST + " templates.");
    }
    check(content.body(), engine, faults);
    faults.refuseIfAny();
    return new Template(new Snapshot(id, product, content, created, created, 0));
  }

  public static Template restore(Snapshot kept) {
    return new Template(kept);
  }

  /**
   * @throws Refused with every fault, and {@link Refusal#TEMPLATE_FIELD_FIXED} for what is fixed
   */
  public void change(Content to, Stamp by, TemplateEngine engine) {
    Faults faults = new Faults();
    checkFixed("scope", content.scope().wire(), to.scope().wire(), faults);
    checkFixed("type", content.type().wire(), to.type().wire(), faults);
    check(to.body(), engine, faults);
    faults.refuseIfAny();
    content = to;
    updated = by;
  }

  /**
   * @param all what the product has, this included
   * @throws Refused with {@link Refusal#TEMPLATE_NEEDED} if it is the only one of its scope and
   *     type
   */
  public void requireRemovable(List<Template> all) {
    boolean another =
        all.stream()
            .anyMatch(other ->
                !other.id.equals(id)
                    && other.content.scope() == content.scope()
                    && other.content.type() == content.type());
    if (!another) {
      throw Refused.because(
          Refusal.TEMPLATE_NEEDED,
          "%s is the product's only template of scope %s and type %s."
              .formatted(id, content.scope().wire(), content.type().wire()));
    }
  }

  private static void check(String body, TemplateEngine engine, Faults faults) {
    int length = body.codePointCount(0, body.length());
    if (length > LONGEST_BODY) {
      faults.add(
          Refusal.INVALID,
          "/body",
          "Ensure this field has no more than %d characters (it has %d)."
              .formatted(LONGEST_BODY, length));
    } else {
      engine.faults(body).forEach(fault -> faults.add(Refusal.INVALID, "/body", fault));
    }
  }

  private static void checkFixed(String member, String is, String wanted, Faults faults) {
    if (!is.equals(wanted)) {
      faults.add(
          Refusal.TEMPLATE_FIELD_FIXED,
          "/" + member,
          "The %s of a template never changes; it is %s.".formatted(member, is));
    }
  }

  public TemplateId id() {
    return id;
  }

  public String name() {
    return content.name();
  }

  public String body() {
    return content.body();
  }

  public TemplateScope scope() {
    return content.scope();
  }

  public TemplateType type() {
    return content.type();
  }

  public Snapshot snapshot() {
    return new Snapshot(id, product, content, created, updated, revision);
  }

  /**
   * What it says, to whom and when.
   *
   * @param body Markdown with room for values, as {@link TemplateEngine} reads it
   * @param position among the others; the first of a scope and type is the default
   */
  public record Content(
      TemplateScope scope, TemplateType type, String name, String body, long position) {}

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      TemplateId id,
      ProductId product,
      Content content,
      Stamp created,
      Stamp updated,
      long revision) {}
}
