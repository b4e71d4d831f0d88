package io.tierhub.web.wire;

import io.tierhub.kernel.Refused;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The JSON that was sent, or nothing: clients of Connect call actions without a body, with an empty
 * one or with {@code {}} (wire-format §1). Bound to forms only when the endpoint says which.
 */
public final class Body {

  private final JsonNode json;
  private final BodyBinder binder;

  Body(JsonNode json, BodyBinder binder) {
    this.json = json;
    this.binder = binder;
  }

  /**
   * The body as a form.
   *
   * @throws Refused naming every fault at once, of type and of content
   */
  public <T> T as(Class<T> form) {
    return binder.bind(json, form, "");
  }

  /**
   * The body as a form of an endpoint of ours, where a member that it has not is a mistake (design
   * §3).
   *
   * @throws Refused naming every fault at once, unknown members among them
   */
  public <T extends Record> T strictlyAs(Class<T> form) {
    return binder.bindStrictly(json, form);
  }

  /** The same JSON, changed by {@code other} as a JSON merge patch (RFC 7396), as a form. */
  public static <T> T merged(Object current, Body patch, Class<T> form) {
    return patch.binder.bindMerged(current, patch.json, form);
  }

  /** A member that holds an object, as a body of its own. */
  public Optional<Body> member(String name) {
    JsonNode member = json.get(name);
    return member != null && member.isObject()
        ? Optional.of(new Body(member, binder))
        : Optional.empty();
  }

  /** A member that holds a text. */
  public Optional<String> text(String name) {
    JsonNode member = json.get(name);
    return member != null && member.isString()
        ? Optional.of(member.stringValue())
        : Optional.empty();
  }

  /** Whether it is an object that says nothing of a member. */
  public boolean lacks(String name) {
    return json.isObject() && !json.hasNonNull(name);
  }

  public boolean isArray() {
    return json.isArray();
  }

  /** The elements of an array, or the object itself as the only one. */
  public Stream<Element> elements() {
    return isArray()
        ? IntStream.range(0, json.size())
            .mapToObj(i -> new Element(new Body(json.get(i), binder), "/" + i))
        : Stream.of(new Element(this, ""));
  }

  /**
   * @param pointer where the element stands in the body
   */
  public record Element(Body body, String pointer) {

    public <T> T as(Class<T> form) {
      return body.binder.bind(body.json, form, pointer);
    }
  }
}
