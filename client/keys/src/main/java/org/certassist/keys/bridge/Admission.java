package org.certassist.keys.bridge;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.certassist.bridge.protocol.ModuleKind;
import org.certassist.core.driver.DriverFiles;
import org.certassist.core.driver.FileFinding;
import org.certassist.core.driver.Machine;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;

/// What a driver must pass before a host is started for it: it has not crashed too often, and
/// nothing speaks against its file.
///
/// @param files looked at for drivers only; the practice key's file is no library
public record Admission(DriverFiles files, Quarantine quarantine) {
  /// Without a look at files, for tests and measurements with drivers of their own.
  public static Admission unexamined(Quarantine quarantine) {
    return new Admission(DriverFiles.UNEXAMINED, quarantine);
  }

  /// The file that may be loaded: the one behind all symbolic links.
  ///
  /// @throws KeyException `driver.quarantined`, `driver.unusable`
  Path admit(ModuleKind kind, Path module) throws KeyException {
    quarantine.refuse(module);
    return switch (kind) {
      case SOFTKEY -> module.toAbsolutePath();
      case CRYPTOKI -> sound(module, files.examine(module));
    };
  }

  private static Path sound(Path module, FileFinding finding) throws KeyException {
    return switch (finding) {
      case FileFinding.Sound(Path real) -> real;
      case FileFinding.WrongMachine(var machines) ->
          throw unusable(
              module,
              DriverState.WRONG_WORD_SIZE,
              machines.stream().sorted().map(Machine::word).collect(Collectors.joining(", ")));
      case FileFinding.Unreadable(String reason) ->
          throw unusable(module, DriverState.NOT_A_DRIVER, reason);
      case FileFinding.Doubtful(var doubt, Path where) ->
          throw new KeyException(
              new KeyFault.DriverUnusable(
                  module.toString(),
                  DriverState.SUSPICIOUS,
                  Optional.of(doubt),
                  doubt.word() + " " + where));
    };
  }

  private static KeyException unusable(Path module, DriverState state, String reason) {
    return new KeyException(new KeyFault.DriverUnusable(module.toString(), state, reason));
  }

  /// The user says that it shall be used, whatever it did and whatever became of its file.
  void consent(ModuleKind kind, Path module) {
    quarantine.release(module);
    if (kind == ModuleKind.CRYPTOKI) {
      files.accepted(module);
    }
  }

  /// A host has opened it, and nobody has exchanged it meanwhile.
  ///
  /// @throws KeyException `driver.unusable`
  void opened(ModuleKind kind, Path real, Path named) throws KeyException {
    if (kind == ModuleKind.CRYPTOKI) {
      var _ = sound(real, files.loaded(real, named));
    }
  }
}
