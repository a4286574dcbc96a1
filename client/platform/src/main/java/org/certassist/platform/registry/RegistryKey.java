package org.certassist.platform.registry;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A key of the registry with its values.
///
/// @param path from the root's long name on, as in `HKEY_LOCAL_MACHINE\SOFTWARE\NETCA`
/// @param values by name in lower case, since the registry does not tell cases apart; the unnamed
///   value has the empty name. A list has one text a line, a number its decimal digits.
/// @param binaries what is no text, in hexadecimal digits, by name in lower case
public record RegistryKey(
    String path, Map<String, List<String>> values, Map<String, String> binaries) {
  public RegistryKey {
    values = Map.copyOf(values);
    binaries = Map.copyOf(binaries);
  }

  /// A key that holds texts and numbers alone.
  public RegistryKey(String path, Map<String, List<String>> values) {
    this(path, values, Map.of());
  }

  /// The bytes of a binary value.
  public Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(binaries.get(name.toLowerCase(Locale.ROOT)))
        .map(HexFormat.of()::parseHex);
  }

  /// Whether a number is there and is this one.
  public boolean has(String name, long number) {
    return text(name).filter(String.valueOf(number)::equals).isPresent();
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
