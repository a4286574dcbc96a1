package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.fault.FaultException;
import org.certassist.core.portal.Portal;

/// Says what became of a sent declaration and writes its evidence.
final class Sent {
  private final Session session;
  private final Filing filing;

  Sent(Session session, Filing filing) {
    this.session = session;
    this.filing = filing;
  }

  ExitCode say(History history, Portal portal) throws FaultException {
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

  private Optional<Path> evidence(History history) throws FaultException {
    if (history.last(Step.Signed.class).isEmpty()) {
      return Optional.empty();
    }
    Path folder = session.wiring().evidenceFolder(history.id());
    session.wiring().exportEvidence().export(history, folder);
    return Optional.of(folder);
  }
}
