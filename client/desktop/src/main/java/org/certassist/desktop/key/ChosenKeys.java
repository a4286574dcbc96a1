package org.certassist.desktop.key;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.declaration.Unit;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyOverview.Choice;

/// The keys that were chosen in this run: the one in use, and for each unit the last one.
///
/// The first key that is there alone is taken as chosen, and for a unit the only one that is its
/// own; otherwise another one is never chosen by silence, while the same one counts again as soon
/// as it is back.
final class ChosenKeys {
  private Optional<Choice> inUse = Optional.empty();
  private final Map<String, Choice> byUnit = new HashMap<>();

  /// She said so.
  void choose(Choice choice) {
    inUse = Optional.of(choice);
    unit(choice).ifPresent(code -> byUnit.put(code, choice));
  }

  /// The key in use as it is seen now; empty where it is not there, or where she must choose.
  Optional<Choice> among(List<Choice> there) {
    if (inUse.isEmpty() && there.size() == 1) {
      choose(there.getFirst());
    }
    return inUse.flatMap(before -> find(before, there));
  }

  /// The key in use where it has gone.
  Optional<Choice> goneFrom(List<Choice> there) {
    return inUse.filter(before -> find(before, there).isEmpty());
  }

  /// The key in this file is used no more, and not missed.
  void putAway(Path file) {
    inUse = inUse.filter(choice -> !choice.key().token().module().equals(file));
    byUnit.values().removeIf(choice -> choice.key().token().module().equals(file));
  }

  /// Takes up the key for this unit: what she chose for it before, else what is in use where that
  /// is the unit's, else the only one that is.
  void takeUpFor(Unit unit, KeyOverview there) {
    List<Choice> choices = there.choices();
    Optional.ofNullable(byUnit.get(unit.creditCode()))
        .flatMap(before -> find(before, choices))
        .or(() -> among(choices).filter(choice -> choice.isOf(unit)))
        .or(() -> there.onlyOneOf(List.of(unit)))
        .ifPresent(fitting -> inUse = Optional.of(fitting));
  }

  private static Optional<Choice> find(Choice before, List<Choice> there) {
    return there.stream().filter(choice -> isSame(choice, before)).findFirst();
  }

  private static boolean isSame(Choice one, Choice other) {
    return one.key().token().serial().equals(other.key().token().serial())
        && one.certificate().certificate().equals(other.certificate().certificate());
  }

  private static Optional<String> unit(Choice choice) {
    return choice.certificate().facts().flatMap(CertificateFacts::creditCode);
  }
}
