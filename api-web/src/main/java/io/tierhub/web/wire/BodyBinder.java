package io.tierhub.web.wire;

import io.tierhub.kernel.Nearest;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.TypeFactory;

/**
 * Turns JSON into forms. Jackson stops at the first member of a wrong type and Bean Validation
 * knows nothing of types; here both are asked to the end, so a caller sees all faults at once.
 */
@Component
public class BodyBinder {

  private static final PropertyNamingStrategy WIRE_NAMES = PropertyNamingStrategies.SNAKE_CASE;

  /** Deeper than any body of ours; what nests further is an attack or a mistake. */
  private static final int DEEPEST_NESTING = 32;

  /**
   * Names, values and brackets. A long body of ours is long by its texts; one of as many small
   * things as it has room for would take thirty times its length when it is read.
   */
  private static final long MOST_TOKENS = 100_000;

  /** Where Jackson goes on about its own features, tokens and sources. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "(?:: enable `|: maybe a |,? \\(start marker at \\[Source).*| in [A-Z]+_[A-Z_]+$");

  private static final String FAULTS = "io.tierhub.faults";

  private final JsonMapper json;
  private final Validator validator;

  BodyBinder(Validator validator) {
    this.validator = validator;
    this.json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .maxNumberLength(100)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(
                new SimpleModule()
                    .addDeserializer(String.class, new TrimmedText())
                    .addDeserializer(Integer.class, new WholeNumber()))
            .addHandler(new CollectTypeFaults())
            .build();
  }

  /**
   * @throws Refused with {@link Refusal#UNREADABLE_BODY} if it is not JSON
   */
  public Body parse(byte[] bytes) {
    if (isBlank(bytes)) {
      return new Body(JsonNodeFactory.instance.objectNode(), this);
    }
    String text = text(bytes);
    try {
      return new Body(json.readTree(text), this);
    } catch (JacksonException unreadable) {
      throw Refused.because(
          Refusal.UNREADABLE_BODY, "The body is not valid JSON: " + sentence(unreadable));
    }
  }

  /**
   * JSON is UTF-8 (RFC 8259 §8.1), and read as nothing else: whoever looks at a body on its way
   * sees the same. A mark at its beginning is passed over.
   */
  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw Refused.because(Refusal.UNREADABLE_BODY, "The body is not valid JSON: It is not UTF-8");
    }
  }

  <T> T bind(JsonNode tree, Class<T> form, String at) {
    List<Violation> faults = new ArrayList<>();
    return faultless(bind(tree, form, at, faults), faults);
  }

  <T extends Record> T bindStrictly(JsonNode tree, Class<T> form) {
    List<Violation> faults = new ArrayList<>();
    T bound = bind(tree, form, "", faults);
    List<String> known =
        Stream.of(form.getRecordComponents())
            .map(member -> WIRE_NAMES.nameForField(null, null, member.getName()))
            .toList();
    for (String name : tree.propertyNames()) {
      if (!known.contains(name)) {
        faults.add(new Violation("/" + name, unknown(name, known)));
      }
    }
    return faultless(bound, faults);
  }

  private static String unknown(String name, List<String> known) {
    return "There is no such member; "
        + Nearest.to(name, known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("use " + String.join(", ", known) + ".");
  }

  private static <T> T faultless(@Nullable T bound, List<Violation> faults) {
    if (!faults.isEmpty() || bound == null) {
      faults.sort(Comparator.comparing(Violation::pointer));
      throw Refused.invalid(faults);
    }
    return bound;
  }

  <T> T bindMerged(Object current, JsonNode patch, Class<T> form) {
    if (!patch.isObject()) {
      return bind(patch, form, "");
    }
    ObjectNode target = json.valueToTree(current);
    merge(target, patch);
    return bind(target, form, "");
  }

  private <T> @Nullable T bind(JsonNode tree, Class<T> form, String at, List<Violation> faults) {
    if (!tree.isObject()) {
      faults.add(new Violation(at, "Expected an object, got " + kind(tree) + "."));
      return null;
    }
    T bound;
    try {
      bound = json.readerFor(form).withAttribute(FAULTS, faults).readValue(tree);
    } catch (MismatchedInputException wrongType) {
      // Some types Jackson refuses without asking CollectTypeFaults.
      faults.replaceAll(fault -> new Violation(at + fault.pointer(), fault.message()));
      faults.add(
          new Violation(
              at + pointer(wrongType),
              "Expected " + CollectTypeFaults.name(wrongType.getTargetType()) + "."));
      return null;
    } catch (JacksonException unreadable) {
      faults.add(new Violation(at, sentence(unreadable)));
      return null;
    }
    List<String> wrongTypes = faults.stream().map(Violation::pointer).toList();
    faults.replaceAll(fault -> new Violation(at + fault.pointer(), fault.message()));
    for (ConstraintViolation<T> violation : validator.validate(bound)) {
      String pointer = pointer(violation.getPropertyPath());
      // What has the wrong type was bound as absent; that it is absent is not a second fault.
      if (!wrongTypes.contains(pointer)) {
        faults.add(new Violation(at + pointer, violation.getMessage()));
      }
    }
    return bound;
  }

  /** RFC 7396, but for arrays of the same place, which are replaced as it says. */
  private static void merge(ObjectNode target, JsonNode patch) {
    patch
        .properties()
        .forEach(entry -> {
          JsonNode value = entry.getValue();
          if (value.isNull()) {
            target.remove(entry.getKey());
          } else if (value.isObject()) {
            JsonNode below = target.get(entry.getKey());
            ObjectNode into =
                below != null && below.isObject()
                    ? (ObjectNode) below
                    : target.putObject(entry.getKey());
            merge(into, value);
          } else {
            target.set(entry.getKey(), value);
          }
        });
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        pointer.append('/').append(WIRE_NAMES.nameForField(null, null, node.getName()));
      }
    }
    return pointer.toString();
  }

  private static String pointer(JacksonException wrong) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : wrong.getPath()) {
      pointer.append('/');
      if (step.getPropertyName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getPropertyName());
      }
    }
    return pointer.toString();
  }

  /** Jackson's words, but for those that speak of its insides. */
  private static String sentence(JacksonException unreadable) {
    String text = unreadable.getOriginalMessage();
    String message =
        switch (unreadable) {
          case MismatchedInputException _ -> "Something follows its end";
          case StreamConstraintsException _ ->
              "It is nested too deep, has too long a number, or more than %d names, values and brackets"
                  .formatted(MOST_TOKENS);
          default -> text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
        };
    message = INSIDES.matcher(message).replaceFirst("");
    var where = unreadable.getLocation();
    return where == null || where.getLineNr() < 0
        ? message
        : "%s (line %d, column %d)".formatted(message, where.getLineNr(), where.getColumnNr());
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case STRING -> "a text";
      case NULL -> "null";
      default -> "something else";
    };
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  /**
   * Texts come in trimmed, and empty if nothing of them can be seen; what is a number in the JSON
   * of sloppy clients is its text.
   */
  private static final class TrimmedText extends StdScalarDeserializer<String> {

    TrimmedText() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.VALUE_NUMBER_FLOAT && !Double.isFinite(parser.getDoubleValue())) {
        return (String)
            context.handleWeirdNumberValue(String.class, parser.getNumberValue(), "too large");
      }
      if (token == JsonToken.VALUE_STRING || (token != null && token.isNumeric())) {
        String text = parser.getString();
        return text == null ? null : Texts.isInvisible(text) ? "" : text.strip();
      }
      return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
    }
  }

  /** Jackson stops at a number that has no room in an integer; here it is a fault like others. */
  private static final class WholeNumber extends StdScalarDeserializer<Integer> {

    WholeNumber() {
      super(Integer.class);
    }

    @Override
    public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context) {
      return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
              && parser.getNumberType() != JsonParser.NumberType.INT
          ? (Integer)
              context.handleWeirdNumberValue(Integer.class, parser.getNumberValue(), "too large")
          : _parseInteger(parser, context, Integer.class);
    }
  }

  /** Notes members of a wrong type and reads on as if they were absent. */
  private static final class CollectTypeFaults extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType target,
        JsonToken token,
        JsonParser parser,
        @Nullable String message) {
      note(context, parser, "Expected " + name(target) + ".");
      parser.skipChildren();
      return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> target,
        @Nullable ValueInstantiator instantiator,
        JsonParser parser,
        @Nullable String message) {
      note(context, parser, "Expected " + name(context.constructType(target)) + ".");
      return null;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
        DeserializationContext context, Class<?> target, String value, @Nullable String message) {
      note(context, context.getParser(), "Expected " + name(context.constructType(target)) + ".");
      return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
        DeserializationContext context, Class<?> target, Number value, @Nullable String message) {
      note(context, context.getParser(), "Expected " + name(context.constructType(target)) + ".");
      return null;
    }

    @SuppressWarnings("unchecked")
    private static void note(DeserializationContext context, JsonParser parser, String message) {
      List<Violation> faults = (List<Violation>) context.getAttribute(FAULTS);
      if (faults != null) {
        faults.add(new Violation(parser.streamReadContext().pathAsPointer().toString(), message));
      }
    }

    private static String name(Class<?> type) {
      return name(TypeFactory.createDefaultInstance().constructType(type));
    }

    private static String name(JavaType type) {
      if (type.isTypeOrSubTypeOf(String.class)) {
        return "a text";
      }
      if (type.isTypeOrSubTypeOf(Boolean.class) || type.hasRawClass(boolean.class)) {
        return "true or false";
      }
      if (type.isTypeOrSubTypeOf(Number.class) || type.isPrimitive()) {
        return "a whole number";
      }
      if (type.isCollectionLikeType() || type.isArrayType()) {
        return "an array";
      }
      return type.isEnumType() ? "one of the known words" : "an object";
    }
  }
}
