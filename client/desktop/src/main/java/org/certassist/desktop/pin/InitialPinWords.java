package org.certassist.desktop.pin;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;

/// What a PIN may be where nobody has changed it, beside the place where it is asked for. It is
/// said, never tried.
public final class InitialPinWords {
  private InitialPinWords() {}

  /// What the region's guide says; where it says nothing and this is practice, where the practice
  /// PIN stands.
  ///
  /// @param practicePin the file in which the practice key's PIN stands
  public static Optional<Node> of(Profile profile, Optional<Path> practicePin, Words words) {
    return words
        .shared()
        .initialPins(profile.initialPins())
        .map(InitialPinWords::told)
        .or(() -> practicePin.map(file -> practice(file, words)));
  }

  private static Node told(String text) {
    Label label = Make.paragraph(text, "muted", "small");
    label.setId("initial-pin");
    return label;
  }

  private static Node practice(Path file, Words words) {
    return new VBox(
        4,
        Make.paragraph(words.get("sign.practicePin"), "small"),
        Make.path("practice-pin-file", file));
  }
}
