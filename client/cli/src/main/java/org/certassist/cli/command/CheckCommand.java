package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.CheckJson;
import org.certassist.cli.json.CheckJson.NoteJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.core.rules.Verdict;
import org.certassist.core.workbook.CopyName;
import org.certassist.core.workbook.Repair;
import org.certassist.core.workbook.Repairs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist check IN`: findings by cell, without key or network.
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "IN")
  private Path in;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--marked", paramLabel = "OUT")
  private @Nullable Path marked;

  @Option(names = "--repair", paramLabel = "OUT")
  private @Nullable Path repair;

  @Mixin private InputOptions input;

  @Mixin private OutputOptions output;

  @Option(names = "--show-values")
  private boolean showValues;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Optional<Path> markedCopy = copy(marked);
      Optional<Path> repairedCopy = copy(repair);
      refuseOneNameForBoth(markedCopy, repairedCopy);
      CheckWorkbook.Checked checked = input.check(in, session);
      List<Finding> findings = checked.verdict().findings();
      Findings words = new Findings(session, showValues);
      List<Repair> repairs = Repairs.of(checked.draft());
      Repairing repairing = new Repairing(session, showValues);
      if (markedCopy.isPresent()) {
        words.mark(in, checked.draft().kind(), findings, markedCopy.get());
      }
      if (repairedCopy.isPresent()) {
        repairing.write(in, repairs, repairedCopy.get());
      }
      if (CopyName.isText(in) && (markedCopy.isPresent() || repairedCopy.isPresent())) {
        session.output().note(session.texts().get("cli.check.textCopy"));
      }
      if (json) {
        session
            .output()
            .document(
                new CheckJson(
                    checked.draft().kind().id(),
                    checked.draft().rows().size(),
                    checked.settlementMonth().toString(),
                    words.json(findings),
                    checked.draft().notes().stream()
                        .map(note -> new NoteJson(note.id(), session.texts().readingNote(note)))
                        .toList(),
                    repairing.json(repairs)));
      } else {
        checked
            .draft()
            .notes()
            .forEach(note -> session.output().line(session.texts().readingNote(note)));
        words.print(findings);
        repairing.print(repairs, repairedCopy.isEmpty());
        session.say(
            "cli.check.summary",
            KindNames.title(checked.draft().kind(), session),
            checked.draft().rows().size(),
            checked.settlementMonth(),
            count(findings, Severity.ERROR),
            count(findings, Severity.WARNING));
      }
      return switch (checked.verdict()) {
        case Verdict.Passed _ -> ExitCode.DONE.number();
        case Verdict.Faulty _ -> ExitCode.NO.number();
      };
    }
  }

  /// The name of a copy that may be written.
  private Optional<Path> copy(@Nullable Path wanted) throws FaultException {
    if (wanted == null) {
      return Optional.empty();
    }
    Path copy = CopyName.of(in, wanted);
    output.demandFree(in, copy);
    return Optional.of(copy);
  }

  /// Else the second copy would take the place of the first.
  private static void refuseOneNameForBoth(Optional<Path> marked, Optional<Path> repaired)
      throws FaultException {
    Optional<Path> other = marked.map(Path::toAbsolutePath).map(Path::normalize);
    Optional<Path> same =
        repaired
            .map(Path::toAbsolutePath)
            .map(Path::normalize)
            .filter(copy -> other.equals(Optional.of(copy)));
    if (same.isPresent()) {
      throw new FaultException(UsageFault.of("usage.outputTwice", same.get().toString()));
    }
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
