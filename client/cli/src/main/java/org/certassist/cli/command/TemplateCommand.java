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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `certassist template KIND OUT.xlsx`: an empty or sample template of ours; `template import`
/// learns one of a portal's.
@Command(
    name = "template",
    subcommands = {TemplateImportCommand.class})
final class TemplateCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Spec private CommandSpec spec;

  /// Not required of the parser, which would then demand it of `template import` too.
  @Parameters(index = "0", paramLabel = "KIND", arity = "0..1")
  private @Nullable String kind;

  @Parameters(index = "1", paramLabel = "OUT.xlsx", arity = "0..1")
  private @Nullable Path out;

  @Option(names = "--sample", paramLabel = "N", defaultValue = "0")
  private int sample;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws Exception {
    if (kind == null || out == null) {
      throw new MissingParameterException(
          spec.commandLine(),
          spec.positionalParameters().stream()
              .filter(each -> each.getValue() == null)
              .<ArgSpec>map(each -> each)
              .toList(),
          "KIND OUT.xlsx");
    }
    return write(kind, out);
  }

  CertassistCommand root() {
    return root;
  }

  private int write(String kind, Path out) throws Exception {
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
