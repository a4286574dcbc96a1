package org.certassist.core.diagnosis;

import java.util.Arrays;
import java.util.Optional;

/// Who must act.
public enum Who {
  /// The clerk herself.
  YOU("you"),
  /// Whoever may install programs and change the network of the company's PCs.
  IT("it"),
  /// The counter of the CA that issued the key.
  CA("ca"),
  /// The social-insurance bureau's counter.
  BUREAU("bureau"),
  /// Those who run the portal.
  PORTAL("portal");

  private final String word;

  Who(String word) {
    this.word = word;
  }

  /// The name in `--json` output, in knowledge files and in texts.
  public String word() {
    return word;
  }

  public static Optional<Who> of(String word) {
    return Arrays.stream(values()).filter(who -> who.word.equals(word)).findFirst();
  }
}
