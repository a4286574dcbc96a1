package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.certassist.cli.json.CheckJson.RepairJson;
import org.certassist.cli.terminal.Session;
import org.certassist.core.fault.FaultException;
import org.certassist.core.workbook.Repair;

/// Says which cells can be mended safely, and writes the copy in which they are.
final class Repairing {
  private final Session session;
  private final boolean showValues;

  /// @param showValues whether personal values are printed whole; they are masked otherwise
  Repairing(Session session, boolean showValues) {
    this.session = session;
    this.showValues = showValues;
  }

  /// @param offered whether to say how they are made
  void print(List<Repair> repairs, boolean offered) {
    for (Repair repair : repairs) {
      session.say(
          "cli.check.repair",
          repair.place(),
          repair.why().stream()
              .map(why -> session.texts().get("repair." + why.word()))
              .collect(Collectors.joining(session.texts().get("repair.separator"))),
          value(repair.field(), repair.before()),
          value(repair.field(), repair.after()));
    }
    if (offered && !repairs.isEmpty()) {
      session.say("cli.check.repairOffer", repairs.size());
    }
  }

  List<RepairJson> json(List<Repair> repairs) {
    return repairs.stream()
        .map(repair ->
            new RepairJson(
                repair.place().sheet(),
                repair.place().row(),
                repair.place().column(),
                repair.field(),
                value(repair.field(), repair.before()),
                value(repair.field(), repair.after()),
                repair.why().stream().map(Repair.Why::word).toList()))
        .toList();
  }

  /// @throws FaultException when the copy cannot be written
  void write(Path original, List<Repair> repairs, Path copy)
      throws FaultException, InterruptedException {
    session.wiring().workbooks().writeRepaired(original, repairs, copy);
    session
        .output()
        .note(session.texts().get("cli.check.repaired", repairs.size(), copy.toAbsolutePath()));
  }

  private String value(String field, String value) {
    return showValues ? value : session.texts().mask(field, value);
  }
}
