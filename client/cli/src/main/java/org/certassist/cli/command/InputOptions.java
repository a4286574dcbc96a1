package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.workbook.Workbooks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of commands that check a workbook: which imported template it is, where several fit.
final class InputOptions {
  @Option(names = "--template", paramLabel = "NAME")
  private @Nullable String template;

  /// @throws FaultException `usage.unknownLayout`, or naming why the file cannot be used
  CheckWorkbook.Checked check(Path in, Session session)
      throws FaultException, InterruptedException {
    Optional<String> named =
        template == null ? Optional.empty() : Optional.of(session.wiring().layout(template).name());
    return session
        .wiring()
        .checkWorkbook()
        .check(in, session.wiring().profile(), new Workbooks.Reading(named, _ -> {}));
  }
}
