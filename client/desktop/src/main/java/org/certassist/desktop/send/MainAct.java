package org.certassist.desktop.send;

import java.util.List;
import java.util.Optional;
import org.certassist.core.filing.Belonging;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.rules.Verdict;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.key.KeyState;

/// What a button does with the checked file, and why it cannot yet.
///
/// @param rows how many people it is about
record MainAct(Way way, int rows, Optional<Obstacle> obstacle) {
  /// One for each way that the region offers, the main one first.
  static List<MainAct> of(CheckState.InHand sheet, KeyState keys, Profile profile) {
    return profile.ways().stream()
        .map(way -> new MainAct(way, sheet.rows(), obstacle(way, sheet, keys)))
        .toList();
  }

  private static Optional<Obstacle> obstacle(Way way, CheckState.InHand sheet, KeyState keys) {
    return switch (sheet) {
      case CheckState.Rechecking _ -> Optional.of(Obstacle.CHECKING);
      case CheckState.Checked checked -> obstacle(way, checked.verdict(), keys);
    };
  }

  private static Optional<Obstacle> obstacle(Way way, Verdict verdict, KeyState keys) {
    return switch (verdict) {
      case Verdict.Faulty _ -> Optional.of(Obstacle.ERRORS_IN_FILE);
      case Verdict.Passed passed ->
          switch (way) {
            case REST -> obstacle(passed, keys);
            case PAGE_UPLOAD, COUNTER -> Optional.empty();
          };
    };
  }

  private static Optional<Obstacle> obstacle(Verdict.Passed passed, KeyState keys) {
    return switch (keys) {
      case KeyState.Looking() -> Optional.of(Obstacle.LOOKING_FOR_KEY);
      case KeyState.Failed _ -> Optional.of(Obstacle.NO_KEY);
      case KeyState.Looked looked ->
          looked
              .chosen()
              .map(choice -> obstacle(passed, choice))
              .orElseGet(() ->
                  Optional.of(
                      looked.overview().choices().isEmpty()
                          ? Obstacle.NO_KEY
                          : Obstacle.CHOOSE_KEY));
    };
  }

  private static Optional<Obstacle> obstacle(Verdict.Passed passed, Choice choice) {
    if (choice.belonging(passed.declaration().content().unit()) instanceof Belonging.Differs) {
      return Optional.of(Obstacle.OTHER_UNIT);
    }
    return choice.key().token().pin().state() == PinState.LOCKED
        ? Optional.of(Obstacle.PIN_LOCKED)
        : Optional.empty();
  }
}
