package org.certassist.core.declaration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the RFC 8785 (JCS) form of a value made of maps, lists, texts, whole numbers and
/// booleans.
///
/// Whole numbers only, within ±(2^53−1), because nothing we sign holds a fraction: money is text.
public final class CanonicalJson {
  private static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  /// The canonical bytes, UTF-8.
  ///
  /// @param value a `Map<String, ?>`, `List<?>`, `String`, `Integer`, `Long` or `Boolean`, nested
  /// @throws IllegalArgumentException for anything else, for a lone surrogate, or a number out of
  ///   range
  public static byte[] of(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> object -> writeObject(object, out);
      case List<?> array -> writeArray(array, out);
      case String text -> writeText(text, out);
      case Boolean flag -> out.append(flag.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number when number >= -LARGEST && number <= LARGEST ->
          out.append(number.longValue());
      default -> throw new IllegalArgumentException("not canonical: " + value.getClass());
    }
  }

  private static void writeObject(Map<?, ?> object, StringBuilder out) {
    // String's natural order is by UTF-16 code unit, as RFC 8785 §3.2.3 asks.
    TreeMap<String, Object> sorted = new TreeMap<>();
    object.forEach((name, member) -> {
      if (!(name instanceof String text)) {
        throw new IllegalArgumentException("not canonical: a member name of " + name.getClass());
      }
      sorted.put(text, member);
    });
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      writeText(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeArray(List<?> array, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object element : array) {
      out.append(separator);
      write(element, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else if (Character.isSurrogate(c)) {
            throw new IllegalArgumentException("lone surrogate");
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
