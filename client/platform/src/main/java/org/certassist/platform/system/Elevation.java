package org.certassist.platform.system;

/// How Windows' PowerShell starts a program with an administrator's rights, and what its exit value
/// says of the question. Not run on Windows so far.
public final class Elevation {
  /// Windows' own number for a question that was answered with no (ERROR_CANCELLED).
  public static final int DECLINED = 1223;

  /// The program was not started for another reason, such as a virus scanner; ours, far above what
  /// Windows and installers return.
  public static final int NOT_STARTED = 1_223_001;

  private Elevation() {}

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
