package org.certassist.platform.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The registry of a PC that was written by hand for the tests; programs of 32 bits see nothing.
public record RecordedRegistry(List<RegistryKey> keys) implements Registry {
  /// @param name of an export beside this class, in UTF-8 for people's sake; it is read in the
  ///   UTF-16 that Windows writes
  public static RecordedRegistry of(String name, Path folder) {
    try (InputStream in = RecordedRegistry.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no recording " + name);
      }
      String text = "\uFEFF" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Path export = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_16LE));
      return new RecordedRegistry(RegistryExport.read(export));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<RegistryKey> branch(String branch, View view) {
    String root = branch.toUpperCase(Locale.ROOT);
    return view == View.NARROW
        ? List.of()
        : keys.stream()
            .filter(key -> (key.path().toUpperCase(Locale.ROOT) + "\\").startsWith(root + "\\"))
            .toList();
  }
}
