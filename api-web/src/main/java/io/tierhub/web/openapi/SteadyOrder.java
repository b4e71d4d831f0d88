package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the description into an order that does not depend on where the classes were found: first
 * what a newcomer looks for, then by path.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SteadyOrder implements GlobalOpenApiCustomizer {

  private static final List<String> CHAPTERS =
      List.of(
          "Tier accounts",
          "Tier account requests",
          "Tier configurations",
          "Tier configuration requests",
          "Queue",
          "Assets and orders",
          "Conversations",
          "Products",
          "Parameters",
          "Templates",
          "Actions",
          "Hubs and marketplaces",
          "Accounts and access",
          "Feed");

  @Override
  public void customise(OpenAPI api) {
    Paths paths = new Paths();
    api.getPaths().entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, PathItem> path) -> chapter(path.getValue()))
                .thenComparing(Map.Entry::getKey))
        .forEach(path -> paths.addPathItem(path.getKey(), path.getValue()));
    api.setPaths(paths);
    if (api.getTags() != null) {
      List<Tag> tags = new ArrayList<>(api.getTags());
      tags.sort(
          Comparator.comparingInt((Tag tag) -> chapter(tag.getName())).thenComparing(Tag::getName));
      api.setTags(tags);
    }
    Components components = api.getComponents();
    components.setSchemas(new TreeMap<>(components.getSchemas()));
    components.setResponses(new TreeMap<>(components.getResponses()));
    components.setHeaders(new TreeMap<>(components.getHeaders()));
  }

  private static int chapter(PathItem path) {
    List<Operation> operations = path.readOperations();
    List<String> tags = operations.isEmpty() ? null : operations.getFirst().getTags();
    return tags == null || tags.isEmpty() ? CHAPTERS.size() : chapter(tags.getFirst());
  }

  private static int chapter(String tag) {
    int known = CHAPTERS.indexOf(tag);
    return known < 0 ? CHAPTERS.size() : known;
  }
}
