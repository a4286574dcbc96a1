package org.certassist.platform.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A key of the registry with its values.
///
/// @param path from the root's long name on, as in `HKEY_LOCAL_MACHINE\SOFTWARE\NETCA`
/// @param values by name in lower case, since the registry does not tell cases apart; the unnamed
///   value has the empty name. A list has one text a line, a number its decimal digits.
public record RegistryKey(String path, Map<String, List<String>> values) {
  public RegistryKey {
    values = Map.copyOf(values);
  }

  /// The text of a value, or the first of a list.
  public Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /// All texts of a list; one for any other value that is there.
  public List<String> texts(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /// The key's own name, without those above it.
  public String name() {
    return path.substring(path.lastIndexOf('\\') + 1);
  }
}
