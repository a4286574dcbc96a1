package org.certassist.core.key;

import java.nio.file.Path;

/// The port to the keys in files that the user opened in the window. They are there again at the
/// next start: where they lie is remembered, never a password and nothing of what is in them.
public interface KeyFiles {
  /// Takes a file up, which stays where it is; one that is known already is the same.
  ///
  /// @throws KeyException `file.gone`, `file.unusable`; it is not taken up then
  KeyInFile open(Path file) throws KeyException;

  /// Takes a file off the list; the file itself stays as it is.
  void forget(Path file);
}
