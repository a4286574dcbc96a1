package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.LayoutJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.LayoutProblem;
import org.certassist.core.workbook.LearnLayout;
import org.certassist.core.workbook.LearnLayout.Learnt;
import org.certassist.core.workbook.TemplateSheet;
import org.certassist.core.workbook.WorkbookException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist template import FILE`: learns where everything stands in a template that the portal
/// made, and keeps it.
@Command(name = "import")
final class TemplateImportCommand implements Callable<Integer> {
  @ParentCommand private TemplateCommand template;

  @Parameters(index = "0", paramLabel = "FILE")
  private Path file;

  @Option(names = "--kind", paramLabel = "KIND")
  private @Nullable String kind;

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Option(names = "--unit", paramLabel = "CODE")
  private @Nullable String unit;

  @Option(names = "--unit-name", paramLabel = "NAME")
  private @Nullable String unitName;

  @Option(names = "--unit-type", paramLabel = "TYPE", defaultValue = "普通")
  private String unitType;

  @Option(names = "--column", paramLabel = "D=phone")
  private @Nullable Map<String, String> columns;

  @Option(names = "--json")
  private boolean json;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws Exception {
    try (Session session = template.root().open(json)) {
      List<TemplateSheet> sheets = session.wiring().portalTemplates().sheets(file);
      LearnLayout learning = session.wiring().learnLayout();
      Kind wanted = kind(session, learning, sheets);
      Learnt learnt =
          learning
              .learn(sheets, wanted, told(session, wanted))
              .orElseThrow(() -> new WorkbookException(notATemplate()));
      if (learnt.isUsable()) {
        Path kept = session.wiring().layouts().original(learnt.layout());
        output.demandFree(kept);
        session.wiring().layouts().keep(learnt.layout(), file);
      }
      say(learnt, wanted, session);
      return (learnt.isUsable() ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  private FileFault notATemplate() {
    return new FileFault.NotATemplate(String.valueOf(file.getFileName()));
  }

  private Kind kind(Session session, LearnLayout learning, List<TemplateSheet> sheets)
      throws FaultException, InterruptedException {
    if (kind != null) {
      return session.wiring().kind(kind);
    }
    List<Kind> likely = learning.kinds(sheets, session.wiring().profile().kinds());
    if (likely.isEmpty()) {
      throw new WorkbookException(notATemplate());
    }
    if (likely.size() > 1) {
      throw new FaultException(
          UsageFault.of(
              "usage.kindNotClear", String.join(", ", likely.stream().map(Kind::id).toList())));
    }
    return likely.getFirst();
  }

  private LearnLayout.Told told(Session session, Kind wanted)
      throws FaultException, InterruptedException {
    Map<String, String> told = columns == null ? Map.of() : columns;
    for (Map.Entry<String, String> each : told.entrySet()) {
      if (!each.getKey().matches("[A-Z]{1,3}") || wanted.column(each.getValue()).isEmpty()) {
        throw new FaultException(
            UsageFault.of(
                "usage.notAColumn",
                each.getKey() + "=" + each.getValue(),
                String.join(", ", wanted.columns().stream().map(Column::field).toList())));
      }
    }
    return new LearnLayout.Told(
        name == null ? stem() : name,
        session.wiring().profile().id(),
        unit == null || unitName == null
            ? Optional.empty()
            : Optional.of(new Unit(unit.strip(), unitName.strip(), type())),
        told);
  }

  private UnitType type() throws FaultException {
    return UnitType.of(unitType)
        .orElseThrow(() ->
            new FaultException(
                UsageFault.of(
                    "usage.unitType",
                    unitType,
                    String.join(
                        ", ", Arrays.stream(UnitType.values()).map(UnitType::word).toList()))));
  }

  /// The file's name without its end.
  private String stem() {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  private void say(Learnt learnt, Kind wanted, Session session) {
    if (json) {
      session.output().document(LayoutJson.of(learnt, session.texts()::layoutProblem));
      return;
    }
    for (LayoutProblem problem : learnt.problems()) {
      session
          .output()
          .line(
              session.texts().get(problem.stops() ? "cli.template.stops" : "cli.template.note")
                  + "  "
                  + session.texts().layoutProblem(problem));
    }
    if (learnt.isUsable()) {
      session.say(
          "cli.template.kept",
          learnt.layout().name(),
          KindNames.title(wanted, session),
          learnt.layout().sheet(),
          learnt.layout().headRow(),
          learnt.layout().firstRow());
    } else {
      session.say("cli.template.notKept");
    }
  }
}
