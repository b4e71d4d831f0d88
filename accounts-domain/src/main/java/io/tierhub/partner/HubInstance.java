package io.tierhub.partner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commerce system behind a hub. Clients of Connect leave the accounts of an OA hub alone, since
 * that system keeps them itself (wire-format §2.3).
 *
 * @param id what the system is called where it comes from
 */
public record HubInstance(Type type, @Nullable String id) {

  /** A system of the distributor's own, of which nothing more is known. */
  public static final HubInstance UNNAMED = new HubInstance(Type.API, null);

  /** Whether the system calls the API itself, or is Odin Automation. */
  public enum Type {
    API,
    OA;

    /** The wire reads {@code API} and writes {@code api}: either is meant. */
    public static Optional<Type> ofWire(String word) {
      return Arrays.stream(values())
          .filter(type -> type.name().equals(word.toUpperCase(Locale.ROOT)))
          .findFirst();
    }
  }
}
