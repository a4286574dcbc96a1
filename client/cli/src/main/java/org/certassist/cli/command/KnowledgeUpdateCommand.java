package org.certassist.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist knowledge update FILE`: takes a newer knowledge file that was signed.
@Command(name = "update")
final class KnowledgeUpdateCommand implements Callable<Integer> {
  @ParentCommand private KnowledgeCommand knowledge;

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Override
  public Integer call() throws Exception {
    try (Session session = knowledge.root().open(false)) {
      int edition = session.wiring().knowledgeUpdates().update(file.toAbsolutePath());
      session.say("cli.knowledge.updated", edition);
      return ExitCode.DONE.number();
    } catch (IOException notWritten) {
      throw new WorkbookException(new FileFault.NotWritten("knowledge.json"), notWritten);
    }
  }
}
