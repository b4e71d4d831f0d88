package io.tierhub.tierconfig;

import org.jspecify.annotations.Nullable;

/**
 * What the vendor tells the configured tier, rendered once, at approval (design §4.9).
 *
 * @param template its id; none if the vendor wrote the text itself
 * @param representation Markdown
 */
public record Tile(@Nullable String template, @Nullable String name, String representation) {}
