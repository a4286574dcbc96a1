package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.fault.FaultException;
import org.certassist.core.filing.ExportDeclaration;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.rules.Verdict;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes a checked workbook into what the clerk carries herself; shared by `save` and `print`.
final class Exporting {
  @Mixin private OutputOptions output;

  @Mixin private InputOptions input;

  @Option(names = "--not-filed-before")
  private boolean notFiledBefore;

  /// Begins the making of the file, with what was checked.
  interface Maker {
    ExportDeclaration.Export of(CheckedDeclaration declaration);
  }

  /// @throws FaultException `usage.outputExists`, `usage.outputIsInput`, `file.notAFile`
  void demandFree(Path in, Path out) throws FaultException {
    output.demandFree(in, out);
  }

  ExitCode export(Path in, Session session, Maker maker)
      throws FaultException, InterruptedException {
    Profile profile = session.wiring().profile();
    return switch (input.check(in, session).verdict()) {
      case Verdict.Faulty faulty -> FaultySheet.refuse(faulty, session);
      case Verdict.Passed passed -> {
        new Findings(session, false).print(passed.findings());
        CheckedDeclaration declaration = passed.declaration();
        ExportDeclaration.Export export = maker.of(declaration);
        History history =
            session
                .wiring()
                .exportDeclaration()
                .export(declaration, profile, notFiledBefore, export);
        say(history, export.out(), session);
        yield ExitCode.DONE;
      }
    };
  }

  private static void say(History history, Path out, Session session)
      throws FaultException, InterruptedException {
    FilingWords filing = new FilingWords(session);
    if (session.output().isJson()) {
      session.output().document(filing.json(history, Optional.empty(), Optional.empty()));
    } else {
      session.say("cli.export.written", out.toAbsolutePath());
      Profile profile = session.wiring().profile();
      filing.coverage(profile.covers(), profile.notCovered());
      filing.show(history, Optional.empty());
    }
  }
}
