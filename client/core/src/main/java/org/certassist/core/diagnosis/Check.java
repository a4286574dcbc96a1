package org.certassist.core.diagnosis;

/// One question about a PC, and how it is answered.
record Check(CheckId id, Question question) {
  /// How a check looks at a PC.
  @FunctionalInterface
  interface Question {
    CheckResult look(Pc pc) throws InterruptedException;
  }
}
