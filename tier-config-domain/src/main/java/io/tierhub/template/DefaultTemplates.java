package io.tierhub.template;

import java.util.ArrayList;
import java.util.List;

/** What a new product says until its vendor says it better: one text of each scope and type. */
public final class DefaultTemplates {

  private DefaultTemplates() {}

  /** In the order of their positions. */
  public static List<Template.Content> all() {
    List<Template.Content> all = new ArrayList<>();
    for (TemplateScope scope : TemplateScope.values()) {
      for (TemplateType type : TemplateType.values()) {
        long position = (all.size() + 1) * Template.STEP;
        all.add(new Template.Content(scope, type, name(scope, type), body(scope, type), position));
      }
    }
    return List.copyOf(all);
  }

  private static String name(TemplateScope scope, TemplateType type) {
    String whose =
        switch (scope) {
          case ASSET -> "Subscription";
          case TIER1 -> "Tier 1";
          case TIER2 -> "Tier 2";
        };
    return switch (type) {
      case FULFILLMENT -> "Default " + whose + " Activation Template";
      case INQUIRE -> "Default " + whose + " Inquiry Template";
      case PENDING -> "Default " + whose + " Pending Template";
    };
  }

  private static String body(TemplateScope scope, TemplateType type) {
    return switch (type) {
      case FULFILLMENT -> fulfilled(scope);
      case INQUIRE ->
          """
          # We need a few more answers

          Please fill in [this form]({{ activation_form_url }}). We go on as soon as it has reached us.
          """;
      case PENDING ->
          """
          # We are working on it

          There is nothing for you to do at the moment. What you will need is shown here once it is ready.
          """;
    };
  }

  private static String fulfilled(TemplateScope scope) {
    return switch (scope) {
      case ASSET ->
          """
          # Your subscription is ready

          Welcome! You can begin at once. If something does not work as you expect, ask your reseller.
          """;
      case TIER1 ->
          """
          # You can sell this product

          Your company is set up as a reseller, and your customers' orders go through from now on.
          """;
      case TIER2 ->
          """
          # Your resellers can sell this product

          Your company is set up, and the resellers who buy through you can be set up from now on.
          """;
    };
  }
}
