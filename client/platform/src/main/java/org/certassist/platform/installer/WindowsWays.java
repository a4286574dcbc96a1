package org.certassist.platform.installer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.installer.InstallerStart.End;
import org.certassist.platform.system.Elevation;

/// How Windows runs an installer with an administrator's rights: PowerShell's `Start-Process`,
/// since only the shell's own call shows the question of the user account control. Not run on
/// Windows so far.
///
/// File and arguments go over in variables, so that nothing of them is read as a command; arguments
/// have no spaces or quotes ([org.certassist.core.installer.Installer]).
final class WindowsWays {
  private WindowsWays() {}

  static Map<String, List<SystemInstaller.Way>> of(String systemRoot) {
    return Map.of(
        "exe", List.of(new Elevated(systemRoot, EXE)),
        "msi", List.of(new Elevated(systemRoot, MSI)));
  }

  private static final String FILE = "CERTASSIST_FILE";
  private static final String ARGUMENTS = "CERTASSIST_ARGUMENTS";

  /// A program; the list is split again where it was joined.
  private static final String EXE =
      "$start = @{FilePath = $env:CERTASSIST_FILE};"
          + " if ($env:CERTASSIST_ARGUMENTS)"
          + " { $start.ArgumentList = $env:CERTASSIST_ARGUMENTS -split '\\n' };";

  /// A package, which Windows Installer runs; its path may have spaces.
  private static final String MSI =
      "$start = @{FilePath = \"$env:SystemRoot\\System32\\msiexec.exe\";"
          + " ArgumentList = @('/i', ('\"' + $env:CERTASSIST_FILE + '\"'))};"
          + " if ($env:CERTASSIST_ARGUMENTS)"
          + " { $start.ArgumentList += $env:CERTASSIST_ARGUMENTS -split '\\n' };";

  private static final String RUN = " " + Elevation.script("@start");

  /// @param first says what is started
  private record Elevated(String systemRoot, String first) implements SystemInstaller.Way {
    /// Installed, and a restart is wanted, which is a step of its own, or was begun: the numbers of
    /// Windows Installer, which other installers use, too.
    private static final Set<Integer> DONE = Set.of(0, 3010, 1641);

    /// By Windows, and by Windows Installer.
    private static final Set<Integer> NO = Set.of(Elevation.DECLINED, 1602);

    @Override
    public List<Path> needs() {
      return List.of(Path.of(Elevation.powerShell(systemRoot, "").getFirst()));
    }

    @Override
    public ProcessBuilder start(Path file, List<String> arguments) {
      ProcessBuilder process = new ProcessBuilder(Elevation.powerShell(systemRoot, first + RUN));
      process.environment().put(FILE, file.toString());
      process.environment().put(ARGUMENTS, String.join("\n", arguments));
      return process;
    }

    @Override
    public Optional<End> end(int exit) {
      return DONE.contains(exit) ? Optional.of(End.INSTALLED) : Optional.empty();
    }

    @Override
    public boolean isNo(int exit) {
      return NO.contains(exit);
    }

    @Override
    public boolean isNotStarted(int exit) {
      return exit == Elevation.NOT_STARTED;
    }
  }
}
