package org.certassist.core.declaration;

import java.util.Arrays;
import java.util.Optional;

/// The unit types of the template's cell F2; the words are the template's own.
public enum UnitType {
  ORDINARY("普通"),
  HUMAN_RESOURCES("人力资源服务"),
  LABOUR_DISPATCH("劳务派遣");

  private final String word;

  UnitType(String word) {
    this.word = word;
  }

  /// The word in templates and in the declaration document.
  public String word() {
    return word;
  }

  public boolean lendsPeople() {
    return this != ORDINARY;
  }

  public static Optional<UnitType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }
}
