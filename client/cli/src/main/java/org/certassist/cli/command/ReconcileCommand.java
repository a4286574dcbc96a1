package org.certassist.cli.command;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.ReconcileJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.profile.Profile;
import org.certassist.core.reconcile.ChargeList;
import org.certassist.core.reconcile.ReadCharges;
import org.certassist.core.reconcile.Reconcile;
import org.certassist.core.reconcile.Reconciliation;
import org.certassist.core.reconcile.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `certassist reconcile MONTH FILE|-`: the portal's monthly detail against what was filed, before
/// anyone pays; `open` and `done` are about what no filing covers.
@Command(
    name = "reconcile",
    subcommands = {ReconcileOpenCommand.class, ReconcileDoneCommand.class})
final class ReconcileCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Spec private CommandSpec spec;

  /// Not required by the parser, which would ask for them before a subcommand too.
  @Parameters(index = "0", paramLabel = "MONTH", arity = "0..1")
  private @Nullable String month;

  @Parameters(index = "1", paramLabel = "FILE|-", arity = "0..1")
  private @Nullable String file;

  @Option(names = "--unit", paramLabel = "CODE", descriptionKey = "reconcile-unit")
  private @Nullable String unit;

  @Option(names = "--show-values")
  private boolean showValues;

  @Option(names = "--json")
  private boolean json;

  CertassistCommand root() {
    return root;
  }

  @Override
  public Integer call() throws Exception {
    if (month == null || file == null) {
      throw new ParameterException(spec.commandLine(), "MONTH FILE|- | open | done");
    }
    return reconcile(month, file);
  }

  private int reconcile(String month, String file) throws Exception {
    try (Session session = root.open(json)) {
      YearMonth settled = settlementMonth(month);
      Profile profile = session.wiring().profile();
      ChargeList list =
          new ReadCharges()
              .read(ListingInput.read(session.wiring().listings(), file, root.in()), settled);
      Reconciliation result =
          new Reconcile(session.wiring().archive())
              .reconcile(profile.id(), Optional.ofNullable(unit), settled, list);
      ReconcileWords words = new ReconcileWords(session, showValues);
      if (json) {
        session
            .output()
            .document(
                new ReconcileJson(
                    profile.id(),
                    settled.toString(),
                    result.verdict().name(),
                    result.filed(),
                    result.charged(),
                    list.otherMonths(),
                    list.illegible(),
                    words.json(result.differences())));
      } else {
        words.print(result, list, profile);
      }
      return (result.verdict() == Verdict.AGREES ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  private static YearMonth settlementMonth(String text) throws FaultException {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException notAMonth) {
      throw new FaultException(UsageFault.of("usage.notAMonth", text), notAMonth);
    }
  }
}
