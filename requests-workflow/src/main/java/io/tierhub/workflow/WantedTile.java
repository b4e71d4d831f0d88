package io.tierhub.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Which tile an approval shows: that of a template, or a text of the vendor's own as older clients
 * send it, or the product's default if neither is said.
 *
 * @param template its id
 * @param representation Markdown
 */
public record WantedTile(@Nullable String template, @Nullable String representation) {

  public static final WantedTile DEFAULT = new WantedTile(null, null);
}
