package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.workbook.Workbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist template KIND OUT.xlsx`: an empty or sample template of ours.
@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "KIND")
  private String kind;

  @Parameters(index = "1", paramLabel = "OUT.xlsx")
  private Path out;

  @Option(names = "--sample", paramLabel = "N", defaultValue = "0")
  private int sample;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(false)) {
      if (sample < 0 || sample > Workbooks.MOST_ROWS) {
        throw new FaultException(UsageFault.of("usage.notANumber", Integer.toString(sample)));
      }
      output.demandFree(out);
      Kind wanted = session.wiring().kind(kind);
      List<Map<String, String>> rows =
          sample > 0 ? session.wiring().sample(wanted, sample) : List.of();
      Optional<Unit> unit =
          sample > 0 ? Optional.of(session.wiring().sampleUnit(wanted)) : Optional.empty();
      session.wiring().workbooks().writeTemplate(wanted, unit, rows, out);
      session.say("cli.template.written", KindNames.title(wanted, session), out.toAbsolutePath());
      return ExitCode.DONE.number();
    }
  }
}
