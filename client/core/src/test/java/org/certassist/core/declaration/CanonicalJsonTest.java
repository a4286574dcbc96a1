package org.certassist.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  private static final long SEED = 8785;

  @Test
  void membersAreSortedByUtf16CodeUnitAndNothingIsSpaced() {
    // The sample of RFC 8785 §3.2.3.
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("\u20ac", "Euro Sign");
    members.put("\r", "Carriage Return");
    members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    members.put("1", "One");
    members.put("\ud83d\ude00", "Emoji: Grinning Face");
    members.put("\u0080", "Control");
    members.put("\u00f6", "Latin Small Letter O With Diaeresis");

    assertThat(text(members))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void textsAreEscapedOnlyWhereTheyMustBe() {
    assertThat(text("\"\\/\b\t\n\f\r\u0000\u001f\u007f\u2028姓名𠮷"))
        .isEqualTo("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028姓名𠮷\"");
  }

  @Test
  void nestedValuesStandInTheirOrder() {
    assertThat(text(List.of(true, false, -1, 0, 9007199254740991L, List.of(), Map.of(), "")))
        .isEqualTo("[true,false,-1,0,9007199254740991,[],{},\"\"]");
  }

  @ParameterizedTest
  @ValueSource(longs = {9007199254740992L, -9007199254740992L, Long.MAX_VALUE, Long.MIN_VALUE})
  void numbersThatADoubleCannotHoldAreRefused(long number) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(number));
  }

  static List<Object> strangers() {
    return List.of(1.5, 'c', Map.of(1, "number as a name"), "\ud800", "\udc00x", "x\ud83d");
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void otherValuesAreRefused(Object value) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(value));
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(List.of(value)));
  }

  @Test
  void randomValuesComeOutAsAnotherImplementationWritesThem() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      Map<String, Object> value = randomObject(random, 3);
      byte[] ours = CanonicalJson.of(value);

      byte[] theirs = new JsonCanonicalizer(loose(value)).getEncodedUTF8();

      assertThat(new String(ours, StandardCharsets.UTF_8))
          .as("value %d, seed %d", i, SEED)
          .isEqualTo(new String(theirs, StandardCharsets.UTF_8));
    }
  }

  /// Another spelling of the same value: every character escaped, members as they come.
  private static String loose(Object value) {
    return switch (value) {
      case Map<?, ?> object ->
          object.entrySet().stream()
              .map(e -> loose(e.getKey()) + " : " + loose(e.getValue()))
              .collect(java.util.stream.Collectors.joining(" ,\n", "{ ", " }"));
      case List<?> array ->
          array.stream()
              .map(CanonicalJsonTest::loose)
              .collect(java.util.stream.Collectors.joining(" , ", "[ ", " ]"));
      case String text -> {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> out.append(String.format("\\u%04X", c)));
        yield out.append('"').toString();
      }
      default -> value.toString();
    };
  }

  private static Object randomValue(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> randomText(random);
      case 1 -> random.nextInt();
      case 2 -> random.nextLong(-(1L << 53) + 1, 1L << 53);
      case 3 -> random.nextBoolean();
      case 4 -> randomObject(random, depth - 1);
      default -> {
        List<Object> array = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(randomValue(random, depth - 1));
        }
        yield array;
      }
    };
  }

  private static Map<String, Object> randomObject(Random random, int depth) {
    Map<String, Object> object = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.put(randomText(random), randomValue(random, depth));
    }
    return object;
  }

  private static String randomText(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int c =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> 0x4E00 + random.nextInt(0x5000);
            case 2 -> 0x10000 + random.nextInt(0x10000);
            default -> 0xE000 + random.nextInt(0x1FFE);
          };
      out.appendCodePoint(c);
    }
    return out.toString();
  }

  private static String text(Object value) {
    return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
  }
}
