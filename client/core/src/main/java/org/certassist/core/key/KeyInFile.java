package org.certassist.core.key;

/// The port to a key in a file that the user named; what lies in it shows once it was unlocked.
public interface KeyInFile {
  /// The driver's id of keys in files.
  String DRIVER = "file";

  /// Whether this is a key in a file.
  static boolean holds(TokenKey key) {
    return key.driver().equals(DRIVER);
  }

  /// The file's name, by which its key is chosen.
  String name();

  /// @throws KeyException `file.gone`, `file.unusable` where no password would help
  void refuseUnusable() throws KeyException;

  /// Looks into the file with its password, so that later inventories show what is in it.
  ///
  /// @throws KeyException `file.passwordWrong`, `file.…` where no password helps
  void unlock(Pin password) throws KeyException;
}
