package org.certassist.platform.system;

import java.util.List;
import java.util.Set;

/// How a program is started with an administrator's rights, Windows' by PowerShell and Linux' by
/// polkit, and what the exit value says of the question. Not run on Windows so far.
public final class Elevation {
  /// Windows' own number for a question that was answered with no (ERROR_CANCELLED).
  public static final int DECLINED = 1223;

  /// The program was not started for another reason, such as a virus scanner; ours, far above what
  /// Windows and installers return.
  public static final int NOT_STARTED = 1_223_001;

  /// polkit's own starter of programs.
  public static final String PKEXEC = "/usr/bin/pkexec";

  /// 126: the question was dismissed; 127: it could not be asked, or the password was wrong. Only
  /// where what is run never ends with these itself, as a shell script does in the midst of its
  /// work.
  public static final Set<Integer> PKEXEC_SAYS_NO = Set.of(126, 127);

  private Elevation() {}

  /// The command that runs a script of Windows' PowerShell.
  ///
  /// @param systemRoot the folder of Windows; the program is taken from there and nowhere else
  public static List<String> powerShell(String systemRoot, String script) {
    return List.of(
        systemRoot + "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
        "-NoProfile",
        "-NonInteractive",
        "-Command",
        script);
  }

  /// A line that ends with the program's exit value, or with one of the above. `Start-Process` says
  /// why it failed in the words of Windows' language alone, so that they are compared with those
  /// that Windows has for that number.
  ///
  /// @param start the arguments of `Start-Process` that say what is started
  public static String script(String start) {
    return "try { exit (Start-Process "
        + start
        + " -Verb RunAs -Wait -PassThru -ErrorAction Stop).ExitCode }"
        + " catch { $why = $_.Exception;"
        + " $no = New-Object ComponentModel.Win32Exception "
        + DECLINED
        + "; if ($why.GetBaseException().NativeErrorCode -eq $no.NativeErrorCode"
        + " -or $why.Message.Contains($no.Message)) { exit "
        + DECLINED
        + " }; exit "
        + NOT_STARTED
        + " }";
  }
}
