package org.certassist.texts;

import java.util.Arrays;
import java.util.Optional;

/// A language the program speaks; Chinese unless English is asked for.
public enum Language {
  ZH("zh"),
  EN("en");

  public static final Language DEFAULT = ZH;

  private final String word;

  Language(String word) {
    this.word = word;
  }

  /// The word in `--lang`.
  public String word() {
    return word;
  }

  public static Optional<Language> parse(String word) {
    return Arrays.stream(values()).filter(language -> language.word.equals(word)).findFirst();
  }
}
