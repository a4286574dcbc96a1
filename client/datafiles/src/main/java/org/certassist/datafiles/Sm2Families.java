package org.certassist.datafiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.certassist.core.key.Sm2Way;

/// The vendors' numbers for SM2 in the catalogue, by family.
///
/// @param guess what is tried with a driver of which nobody knows the family
record Sm2Families(Map<String, List<Sm2Way>> byId, List<Sm2Way> guess) {
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]{8}");
  private static final Map<String, Sm2Way.Takes> TAKES =
      table(Sm2Way.Takes.values(), Sm2Way.Takes::word);
  private static final Map<String, Sm2Way.Gives> GIVES =
      table(Sm2Way.Gives.values(), Sm2Way.Gives::word);

  private record Family(String id, List<Sm2Way> ways) {}

  static Sm2Families of(JsonObject json) throws DataFileException {
    Map<String, List<Sm2Way>> families = new LinkedHashMap<>();
    for (Family family : json.objects("families", Sm2Families::family)) {
      families.put(family.id(), family.ways());
    }
    List<Sm2Way> guess = new ArrayList<>();
    for (List<Sm2Way> family : json.words("guess", families)) {
      guess.addAll(family);
    }
    json.done();
    return new Sm2Families(families, guess);
  }

  /// The ways of a driver: of the family that its entry names, else a guess.
  List<Sm2Way> of(JsonObject driver, String member) throws DataFileException {
    return driver.has(member) ? driver.word(member, byId) : guess;
  }

  private static Family family(JsonObject json) throws DataFileException {
    json.text("source");
    return new Family(json.text("id"), json.objects("ways", Sm2Families::way));
  }

  private static Sm2Way way(JsonObject json) throws DataFileException {
    return new Sm2Way(
        json.text("mechanism", Sm2Families::number),
        json.word("takes", TAKES),
        json.word("gives", GIVES));
  }

  private static long number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return Long.decode(text);
  }

  private static <T> Map<String, T> table(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(Collectors.toMap(word, value -> value));
  }
}
