package org.certassist.datafiles;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// One JSON object that must be read to its last member: [#done] refuses what nobody asked for.
final class JsonObject {
  private static final int LONGEST_LIST = 1_000;

  private final String file;
  private final String path;
  private final JsonNode node;
  private final Set<String> read = new HashSet<>();

  private JsonObject(String file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  static JsonObject of(String file, String path, JsonNode node) throws DataFileException {
    if (!node.isObject()) {
      throw invalid(file, path, "an object is expected");
    }
    return new JsonObject(file, path, node);
  }

  /// Turns a value of the file into something of ours; its complaint is completed with the place.
  interface Reading<S, T> {
    T of(S source) throws DataFileException;
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) throws DataFileException {
    return text(at(name), required(name));
  }

  Optional<String> optionalText(String name) throws DataFileException {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /// A text that must have a form of its own, such as a date; `form` throws
  /// IllegalArgumentException or a date-time exception where it has not.
  <T> T text(String name, Function<String, T> form) throws DataFileException {
    String text = text(name);
    try {
      return form.apply(text);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw invalid(name, "not understood: " + text);
    }
  }

  /// One of the words of a table.
  <T> T word(String name, Map<String, T> words) throws DataFileException {
    return word(at(name), text(name), words);
  }

  <T> List<T> words(String name, Map<String, T> words) throws DataFileException {
    List<T> found = new ArrayList<>();
    for (String text : texts(name)) {
      found.add(word(at(name), text, words));
    }
    return found;
  }

  int whole(String name, int least, int most) throws DataFileException {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw invalid(name, "a whole number is expected");
    }
    int number = value.intValue();
    if (number < least || number > most) {
      throw invalid(name, "must lie between " + least + " and " + most);
    }
    return number;
  }

  boolean flag(String name) throws DataFileException {
    JsonNode value = required(name);
    if (!value.isBoolean()) {
      throw invalid(name, "true or false is expected");
    }
    return value.booleanValue();
  }

  JsonObject object(String name) throws DataFileException {
    return of(file, at(name), required(name));
  }

  List<String> texts(String name) throws DataFileException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(name)) {
      texts.add(text(at(name) + "[" + texts.size() + "]", element));
    }
    return texts;
  }

  List<String> optionalTexts(String name) throws DataFileException {
    return has(name) ? texts(name) : List.of();
  }

  /// Each object of a list; `reading` must read it to the end.
  <T> List<T> objects(String name, Reading<JsonObject, T> reading) throws DataFileException {
    List<T> objects = new ArrayList<>();
    for (JsonNode element : list(name)) {
      JsonObject object = of(file, at(name) + "[" + objects.size() + "]", element);
      objects.add(reading.of(object));
      object.done();
    }
    return objects;
  }

  <T> List<T> optionalObjects(String name, Reading<JsonObject, T> reading)
      throws DataFileException {
    return has(name) ? objects(name, reading) : List.of();
  }

  /// Refuses members that were not read.
  void done() throws DataFileException {
    for (String name : node.propertyNames()) {
      if (!read.contains(name)) {
        throw invalid(name, "unknown member");
      }
    }
  }

  DataFileException invalid(String name, String reason) {
    return invalid(file, at(name), reason);
  }

  private static DataFileException invalid(String file, String place, String reason) {
    return new DataFileException(DataFault.of("data.invalid", file, place, reason));
  }

  private <T> T word(String place, String text, Map<String, T> words) throws DataFileException {
    T found = words.get(text);
    if (found == null) {
      throw invalid(file, place, "unknown word: " + text);
    }
    return found;
  }

  private String text(String place, JsonNode value) throws DataFileException {
    if (!value.isString() || value.stringValue().isBlank()) {
      throw invalid(file, place, "a text is expected");
    }
    return value.stringValue();
  }

  private JsonNode list(String name) throws DataFileException {
    JsonNode value = required(name);
    if (!value.isArray() || value.size() > LONGEST_LIST) {
      throw invalid(name, "a list of at most " + LONGEST_LIST + " is expected");
    }
    return value;
  }

  private JsonNode required(String name) throws DataFileException {
    read.add(name);
    JsonNode value = node.get(name);
    if (value == null) {
      throw invalid(name, "missing");
    }
    return value;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
