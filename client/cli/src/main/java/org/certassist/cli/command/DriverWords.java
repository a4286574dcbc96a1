package org.certassist.cli.command;

import java.util.List;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.terminal.Table;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;

/// Says what became of drivers, and what to do about those in trouble.
final class DriverWords {
  private final Session session;

  DriverWords(Session session) {
    this.session = session;
  }

  /// Catalogue entries that are simply not installed say nothing to a clerk: they are left out
  /// here.
  void say(List<DriverReport> drivers) {
    session.say("cli.keys.drivers");
    Table table = new Table();
    for (DriverReport report : drivers) {
      if (report.state() != DriverState.NOT_INSTALLED) {
        table.row(
            "  " + report.product(),
            session.texts().driverState(report.state()),
            report.path().map(Object::toString).orElse(""),
            report.reason());
      }
    }
    table.lines().forEach(session.output()::line);
    drivers.forEach(this::help);
  }

  private void help(DriverReport report) {
    session
        .texts()
        .driverHelp(report.state(), report.doubt())
        .ifPresent(help -> session.say("cli.keys.driverHelp", report.product(), help));
    if (report.waitsForConsent()) {
      session.say("cli.keys.useAgain", report.id());
    }
  }
}
