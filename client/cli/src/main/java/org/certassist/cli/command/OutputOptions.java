package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.WorkbookException;
import picocli.CommandLine.Option;

/// The option of commands that write a file they were given the name of: whether an old one may be
/// replaced. Asked before any work is done, above all before a PIN is.
final class OutputOptions {
  @Option(names = "--overwrite")
  private boolean overwrite;

  /// @throws FaultException `usage.outputExists`, `file.notAFile`
  void demandFree(Path out) throws FaultException {
    SafeFile.refuseWhatIsNoFile(out);
    if (Files.exists(out) && !overwrite) {
      throw new FaultException(UsageFault.of("usage.outputExists", out.toString()));
    }
  }

  /// As [#demandFree(Path)], and never the original, however it is named.
  ///
  /// @throws FaultException `usage.outputIsInput`
  void demandFree(Path original, Path out) throws FaultException {
    try {
      if (Files.exists(out) && Files.exists(original) && Files.isSameFile(original, out)) {
        throw new FaultException(UsageFault.of("usage.outputIsInput", out.toString()));
      }
    } catch (IOException unknown) {
      throw new WorkbookException(new FileFault.NotWritten(out.toString()), unknown);
    }
    demandFree(out);
  }
}
