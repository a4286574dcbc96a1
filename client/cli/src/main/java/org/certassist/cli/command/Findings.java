package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.certassist.cli.json.CheckJson.FindingJson;
import org.certassist.cli.terminal.Session;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;
import org.certassist.core.fault.FaultException;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.core.workbook.Workbooks;
import org.certassist.texts.Texts;

/// Says findings: as lines, as JSON, and as a marked copy of the workbook.
final class Findings {
  private final Session session;
  private final boolean showValues;

  /// @param showValues whether personal values are printed whole; they are masked otherwise
  Findings(Session session, boolean showValues) {
    this.session = session;
    this.showValues = showValues;
  }

  void print(List<Finding> findings) {
    for (Finding finding : findings) {
      String value = value(finding);
      session
          .output()
          .line(
              session.texts().severity(finding.severity())
                  + "  "
                  + finding.place()
                  + "  "
                  + session.texts().finding(finding)
                  + (value.isEmpty() ? "" : "  [" + value + "]"));
    }
  }

  List<FindingJson> json(List<Finding> findings) {
    Texts texts = session.texts();
    return findings.stream()
        .map(finding -> FindingJson.of(finding, value(finding), texts::finding))
        .toList();
  }

  /// @throws FaultException when the copy cannot be written
  void mark(Path original, Kind kind, List<Finding> findings, Path copy)
      throws FaultException, InterruptedException {
    session
        .wiring()
        .workbooks()
        .writeMarked(
            original,
            findings.stream()
                .map(finding ->
                    new Workbooks.Mark(
                        finding.place(),
                        finding.severity() == Severity.ERROR,
                        kind.column(finding.field()).map(Column::header).orElse(""),
                        session.texts().finding(finding)))
                .toList(),
            copy);
    session.output().note(session.texts().get("cli.check.marked", copy.toAbsolutePath()));
  }

  private String value(Finding finding) {
    return showValues ? finding.value() : session.texts().mask(finding.field(), finding.value());
  }
}
