package org.certassist.cli.command;

import org.certassist.cli.terminal.Session;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.Pin;

/// Asks for the password of a key in a file and looks into the file with it: before that nobody
/// knows what is in there.
final class KeyFilePassword {
  private KeyFilePassword() {}

  /// @throws KeyException `file.passwordNone`, `file.passwordWrong`, `file.…` where none helps
  static Pin unlock(Session session, KeyInFile file, boolean fromStandardInput)
      throws KeyException {
    file.refuseUnusable();
    Pin password =
        session
            .pins()
            .readPassword(
                fromStandardInput, session.texts().get("cli.password.prompt", file.name()))
            .orElseThrow(() -> new KeyException(new KeyFault.NoFilePassword(file.name())));
    file.unlock(password);
    return password;
  }
}
