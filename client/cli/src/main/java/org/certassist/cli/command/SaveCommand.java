package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.Session;
import org.certassist.core.filing.ExportDeclaration;
import org.certassist.core.profile.Way;
import org.certassist.core.workbook.CopyName;
import org.certassist.core.workbook.UnchangedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist save IN OUT`: checks a workbook and keeps a copy of exactly what was checked, for
/// upload on the portal's page.
@Command(name = "save")
final class SaveCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "IN")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out;

  @Mixin private Exporting exporting;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Path copy = CopyName.isText(in) ? out : CopyName.of(in, out);
      exporting.demandFree(in, copy);
      UnchangedFile original = UnchangedFile.of(in);
      return exporting
          .export(
              in,
              session,
              _ -> new ExportDeclaration.Export(Way.PAGE_UPLOAD, copy, _ -> original.bytes()))
          .number();
    }
  }
}
