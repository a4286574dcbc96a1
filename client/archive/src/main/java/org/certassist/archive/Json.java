package org.certassist.archive;

import tools.jackson.databind.JsonNode;

/// Reads the members of a JSON object that must be there; anything else is no record of ours.
final class Json {
  private Json() {}

  /// @throws IllegalArgumentException where there is none of that name
  static JsonNode member(JsonNode json, String name) {
    JsonNode found = json.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return found;
  }

  static String text(JsonNode json, String name) {
    return member(json, name).stringValue();
  }

  static int number(JsonNode json, String name) {
    return member(json, name).intValue();
  }

  static byte[] bytes(JsonNode json, String name) {
    return member(json, name).binaryValue();
  }
}
