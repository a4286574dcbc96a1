package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.fault.FaultException;
import org.certassist.core.portal.Portal;
import org.slf4j.LoggerFactory;

/// Says what became of a sent declaration and writes its evidence.
final class Sent {
  private final Session session;
  private final FilingWords filing;

  Sent(Session session, FilingWords filing) {
    this.session = session;
    this.filing = filing;
  }

  ExitCode say(History history, Portal portal) {
    Optional<Path> evidence = evidence(history);
    if (session.output().isJson()) {
      session
          .output()
          .document(filing.json(history, evidence, Optional.of(session.wiring().describe(portal))));
    } else {
      filing.show(history, evidence);
    }
    return ExitCode.of(history.stage());
  }

  /// The folder with the evidence; a folder that cannot be written must not hide what the portal
  /// said, and `outbox export` can write it again.
  Optional<Path> evidence(History history) {
    if (history.last(Step.Signed.class).isEmpty()) {
      return Optional.empty();
    }
    Path folder = session.wiring().evidenceFolder(history.id());
    try {
      session.wiring().exportEvidence().export(history, folder);
      return Optional.of(folder);
    } catch (FaultException notWritten) {
      LoggerFactory.getLogger(Sent.class).warn("no evidence folder", notWritten);
      session
          .output()
          .note(session.texts().fault(notWritten.fault()).joined(session.texts().language()));
      return Optional.empty();
    }
  }
}
