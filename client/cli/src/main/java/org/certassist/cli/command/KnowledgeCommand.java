package org.certassist.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.Fault;
import org.certassist.core.knowledge.KnowledgeUpdates;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `certassist knowledge`: which edition of what `explain` knows counts, and why none in the home
/// folder does.
@Command(name = "knowledge", subcommands = KnowledgeUpdateCommand.class)
final class KnowledgeCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  CertassistCommand root() {
    return root;
  }

  @Override
  public Integer call() {
    try (Session session = root.open(false)) {
      KnowledgeUpdates updates = session.wiring().knowledgeUpdates();
      session.say(
          "cli.knowledge.edition",
          updates.knowledge().edition(),
          updates.knowledge().entries().size());
      Optional<Fault> fault = updates.fault();
      fault.ifPresent(why ->
          session.output().line(session.texts().fault(why).joined(session.texts().language())));
      return (fault.isPresent() ? ExitCode.NO : ExitCode.DONE).number();
    }
  }
}
