package org.certassist.cli.pcs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.certassist.platform.registry.Registry;
import org.certassist.platform.registry.RegistryExport;
import org.certassist.platform.registry.RegistryKey;

/// The registry of a recorded PC: exports as `reg export` writes them, in one.
///
/// What programs of 32 bits see stands below `WOW6432Node`, as on a real PC.
record RecordedRegistry(List<RegistryKey> keys) implements Registry {
  private static final String WIDE_SOFTWARE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\";
  private static final String NARROW_SOFTWARE = WIDE_SOFTWARE + "WOW6432Node\\";

  /// @param exports in UTF-8 and with line feeds for people's sake; they are read in what Windows
  ///   writes
  /// @param folder for the exports in that form
  static RecordedRegistry of(List<Path> exports, Path folder) throws IOException {
    Map<String, RegistryKey> merged = new LinkedHashMap<>();
    for (Path export : exports) {
      String text = "\uFEFF" + Files.readString(export).replace("\n", "\r\n");
      Path asWritten =
          Files.write(
              folder.resolve(export.getFileName()), text.getBytes(StandardCharsets.UTF_16LE));
      for (RegistryKey key : RegistryExport.read(asWritten)) {
        merged.merge(key.path().toUpperCase(Locale.ROOT), key, RecordedRegistry::together);
      }
    }
    return new RecordedRegistry(List.copyOf(merged.values()));
  }

  /// The later export says what is special about the PC.
  private static RegistryKey together(RegistryKey one, RegistryKey later) {
    Map<String, List<String>> values = new HashMap<>(one.values());
    values.putAll(later.values());
    Map<String, String> binaries = new HashMap<>(one.binaries());
    binaries.putAll(later.binaries());
    return new RegistryKey(one.path(), values, binaries);
  }

  @Override
  public List<RegistryKey> branch(String branch, View view) {
    return switch (view) {
      case WIDE -> below(branch);
      case NARROW -> narrow(branch);
    };
  }

  private List<RegistryKey> narrow(String branch) {
    if (!starts(branch, WIDE_SOFTWARE)) {
      return below(branch);
    }
    List<RegistryKey> found = new ArrayList<>();
    for (RegistryKey key : below(NARROW_SOFTWARE + branch.substring(WIDE_SOFTWARE.length()))) {
      String path = WIDE_SOFTWARE + key.path().substring(NARROW_SOFTWARE.length());
      found.add(new RegistryKey(path, key.values(), key.binaries()));
    }
    return found;
  }

  private List<RegistryKey> below(String branch) {
    return keys.stream().filter(key -> starts(key.path() + "\\", branch + "\\")).toList();
  }

  private static boolean starts(String path, String beginning) {
    return path.regionMatches(true, 0, beginning, 0, beginning.length());
  }
}
