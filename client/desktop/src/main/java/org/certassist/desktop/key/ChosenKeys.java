package org.certassist.desktop.key;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.filing.KeyOverview.Choice;

/// The keys that were chosen in this run: the one in use, and for each unit the last one.
///
/// The first key that is there alone is taken as chosen; after that another one is never chosen by
/// silence, while the same one counts again as soon as it is back.
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

  /// Takes up again what she chose for this unit, where it is there.
  void resume(String creditCode, List<Choice> there) {
    Optional.ofNullable(byUnit.get(creditCode))
        .flatMap(before -> find(before, there))
        .ifPresent(this::choose);
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
