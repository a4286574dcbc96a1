package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.filing.ExportDeclaration;
import org.certassist.core.paper.Paper;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist print IN OUT.pdf`: checks a workbook and makes the forms for the counter.
@Command(name = "print")
final class PrintCommand implements Callable<Integer> {
  private static final String PDF = ".pdf";

  @ParentCommand private CertassistCommand root;

  @Parameters(index = "0", paramLabel = "IN")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT.pdf")
  private Path out;

  @Mixin private Exporting exporting;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Path file = named(out);
      exporting.demandFree(in, file);
      Profile profile = session.wiring().profile();
      List<Paper.Gap> gaps = new ArrayList<>();
      ExitCode code =
          exporting.export(
              in,
              session,
              declaration ->
                  new ExportDeclaration.Export(
                      Way.COUNTER,
                      file,
                      id -> {
                        Paper paper =
                            session
                                .wiring()
                                .papers()
                                .print(id, declaration, profile, session.wiring().time().today());
                        gaps.addAll(paper.gaps());
                        return paper.pdf();
                      }));
      gaps.forEach(gap -> warn(gap, session));
      return code.number();
    }
  }

  private static Path named(Path wanted) {
    String name = String.valueOf(wanted.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(PDF) ? wanted : wanted.resolveSibling(name + PDF);
  }

  private static void warn(Paper.Gap gap, Session session) {
    session
        .output()
        .note(
            gap.row() == 0
                ? session.texts().get("cli.print.unitGap", gap.character())
                : session.texts().get("cli.print.gap", gap.row(), gap.character()));
  }
}
