package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.cli.terminal.Consent;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.MakeBundle;
import org.certassist.core.helpdesk.SeenPc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of `doctor` that make a help bundle, and its making: what is written is what was
/// shown, line by line.
final class HelpBundle {
  @Option(names = "--bundle", paramLabel = "OUT.zip")
  private @Nullable Path out;

  @Option(names = "--preview")
  private boolean preview;

  @Mixin private OutputOptions output;

  boolean isWanted() {
    return out != null || preview;
  }

  /// Whether every line is to be printed.
  boolean isPreview() {
    return preview;
  }

  /// Where it was written, if it was to be.
  Optional<Path> out() {
    return Optional.ofNullable(out).map(Path::toAbsolutePath);
  }

  /// @throws FaultException `usage.outputExists`, `file.notAFile`
  void demandFree() throws FaultException {
    if (out != null) {
      output.demandFree(out);
    }
  }

  /// @return [ExitCode#NO] where she looked at the lines and did not want them written
  /// @throws FaultException `log.unreadable`, `bundle.notWritten`
  ExitCode make(SeenPc pc, Session session) throws FaultException, InterruptedException {
    MakeBundle.Made made = session.wiring().checkup().makeBundle().of(pc);
    List<String> lines = made.bundle().preview();
    if (preview) {
      session.say("cli.doctor.bundle.preview");
      lines.forEach(session.output()::line);
    }
    if (!made.archiveRead()) {
      session.say("cli.doctor.bundle.archiveUnread");
    }
    if (out == null) {
      return ExitCode.DONE;
    }
    Path file = out.toAbsolutePath();
    if (preview
        && !new Consent(System.console())
            .given(session.texts().get("cli.doctor.bundle.ask", file))) {
      session.say("cli.doctor.bundle.declined");
      return ExitCode.NO;
    }
    session.wiring().checkup().bundles().write(made.bundle(), file);
    session.say("cli.doctor.bundle.written", file, lines.size());
    return ExitCode.DONE;
  }
}
