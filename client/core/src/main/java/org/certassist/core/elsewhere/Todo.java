package org.certassist.core.elsewhere;

/// What is to be done for a person elsewhere.
public enum Todo {
  ENROL("enrol"),
  STOP("stop");

  private final String word;

  Todo(String word) {
    this.word = word;
  }

  /// The name in JSON; the words are in the texts under `elsewhere.<word>`.
  public String word() {
    return word;
  }

  Todo opposite() {
    return switch (this) {
      case ENROL -> STOP;
      case STOP -> ENROL;
    };
  }
}
