package org.certassist.practice.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// JSON as the portal takes it, objects, arrays, texts, whole numbers and booleans only, and its
/// RFC 8785 form; written here anew so that a mistake in the client's form is found.
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxNumberLength(20)
                  .maxNameLength(100)
                  .maxStringLength(16 << 20)
                  .build())
          .build();
  private static final long LARGEST = 9_007_199_254_740_991L;

  private Json() {}

  /// The value that these bytes hold; empty where they hold none, more than one, `null`, a fraction
  /// or a name twice.
  static Optional<Object> parse(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      parser.nextToken();
      Object value = value(parser);
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (JacksonException | IllegalArgumentException notJson) {
      return Optional.empty();
    }
  }

  /// The object that these bytes hold.
  static Optional<Map<String, Object>> object(byte[] bytes) {
    return parse(bytes).flatMap(Json::object);
  }

  /// The value as an object, where it is one.
  static Optional<Map<String, Object>> object(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach((name, member) -> object.put((String) name, member));
    return Optional.of(object);
  }

  private static Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> throw new IllegalArgumentException("not of the contract");
    };
  }

  /// The RFC 8785 form.
  ///
  /// @throws IllegalArgumentException for a text that is not Unicode or a number out of range
  static byte[] canonical(Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Whether these bytes are the value's RFC 8785 form.
  static boolean isCanonical(Object value, byte[] bytes) {
    try {
      return Arrays.equals(canonical(value), bytes);
    } catch (IllegalArgumentException hasNone) {
      return false;
    }
  }

  private static void append(Object value, StringBuilder out) {
    switch (value) {
      case String text -> appendText(text, out);
      case Boolean flag -> out.append(flag ? "true" : "false");
      case Number number -> {
        if (!(number instanceof Long || number instanceof Integer)
            || Math.abs(number.longValue()) > LARGEST) {
          throw new IllegalArgumentException("number out of range");
        }
        out.append(number.longValue());
      }
      case List<?> array -> {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
          append(array.get(i), i == 0 ? out : out.append(','));
        }
        out.append(']');
      }
      case Map<?, ?> map -> {
        // RFC 8785 §3.2.3 sorts by UTF-16 code units, and so does String.
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, member) -> sorted.put((String) name, member));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
          appendText(member.getKey(), first ? out : out.append(','));
          append(member.getValue(), out.append(':'));
          first = false;
        }
        out.append('}');
      }
      default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }

  private static void appendText(String text, StringBuilder out) {
    out.append('"');
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '"', '\\' -> out.append('\\').appendCodePoint(point);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
              if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("lone surrogate");
              }
              if (point < ' ') {
                out.append("\\u00").append(point < 0x10 ? '0' : '1');
                out.append(Character.forDigit(point & 0xF, 16));
              } else {
                out.appendCodePoint(point);
              }
            }
          }
        });
    out.append('"');
  }
}
