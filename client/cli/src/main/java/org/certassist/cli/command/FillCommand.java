package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.declaration.Column;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.filing.FillTemplate;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.rules.Verdict;
import org.certassist.core.workbook.CopyName;
import org.certassist.core.workbook.PortalLayout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist fill TEMPLATE ROWS --out OUT`: checked rows put into a copy of the portal's own
/// file.
@Command(name = "fill")
final class FillCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "TEMPLATE")
  private String template;

  @Parameters(index = "1", paramLabel = "ROWS")
  private Path in;

  @Option(names = "--out", paramLabel = "OUT", required = true)
  private Path out;

  @Mixin private InputOptions input;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(false)) {
      PortalLayout layout = session.wiring().layout(template);
      Path original = session.wiring().original(template, layout);
      Path copy = CopyName.of(original, out);
      output.demandFree(original, copy);
      output.demandFree(in, copy);
      CheckWorkbook.Checked checked = input.check(in, session);
      new Findings(session, false).print(checked.verdict().findings());
      return switch (checked.verdict()) {
        case Verdict.Faulty _ -> {
          session.say("cli.fill.faulty");
          yield ExitCode.NO.number();
        }
        case Verdict.Passed passed -> {
          fill(session, layout, original, passed.declaration(), copy);
          yield ExitCode.DONE.number();
        }
      };
    }
  }

  private static void fill(
      Session session, PortalLayout layout, Path original, CheckedDeclaration rows, Path copy)
      throws FaultException, InterruptedException {
    FillTemplate.Filled filled = session.wiring().fillTemplate().fill(original, layout, rows, copy);
    session.say(
        "cli.fill.written", rows.content().rows().size(), layout.name(), copy.toAbsolutePath());
    if (!filled.leftOut().isEmpty()) {
      session.say(
          "cli.fill.leftOut",
          filled.leftOut().stream().map(Column::header).collect(Collectors.joining(", ")));
    }
  }
}
