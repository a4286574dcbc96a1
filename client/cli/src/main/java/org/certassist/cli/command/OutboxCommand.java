package org.certassist.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `certassist outbox`: what waits, what went, and its evidence.
@Command(
    name = "outbox",
    subcommands = {
      OutboxListCommand.class,
      OutboxSendCommand.class,
      OutboxShowCommand.class,
      OutboxHandedInCommand.class,
      OutboxDiscardCommand.class,
      OutboxExportCommand.class
    })
final class OutboxCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;
  @Spec private CommandSpec spec;

  CertassistCommand root() {
    return root;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "list | send | show | handed-in | discard | export");
  }

  /// Finds a declaration by its id.
  ///
  /// @throws FaultException `usage.unknownDeclaration`
  static History find(Session session, String id) throws FaultException, InterruptedException {
    Optional<DeclarationId> known = DeclarationId.parse(id);
    if (known.isPresent()) {
      Optional<History> history = session.wiring().archive().find(known.get());
      if (history.isPresent()) {
        return history.get();
      }
    }
    throw new FaultException(UsageFault.of("usage.unknownDeclaration", id));
  }
}
