package org.certassist.core.helpdesk;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The names that stand for what is left out of one bundle: the same value has the same one.
///
/// They are counted in the order of appearance, so that nothing of a value is in them and those of
/// two bundles cannot be linked.
final class Pseudonyms implements StandIns {
  private final Map<Secrecy, Map<String, String>> given = new EnumMap<>(Secrecy.class);

  /// @param value as it stands in a folded line; blanks, hyphens and case do not tell two apart
  @Override
  public String of(Secrecy kind, String value) {
    Map<String, String> names = given.computeIfAbsent(kind, _ -> new HashMap<>());
    String key = value.replaceAll(FoldedLine.GAP, "").toUpperCase(Locale.ROOT);
    return names.computeIfAbsent(key, _ -> kind.word() + "-" + (names.size() + 1));
  }
}
