package org.certassist.cli.command;

import java.util.List;
import org.certassist.cli.json.ElsewhereJson;
import org.certassist.cli.json.ElsewhereJson.PointJson;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.terminal.Table;
import org.certassist.core.elsewhere.Point;
import org.certassist.core.elsewhere.Tick;

/// Says what has to be seen to elsewhere, and for whom.
final class ElsewhereWords {
  private final Session session;
  private final boolean showValues;

  /// @param showValues whether names and ID numbers are printed whole; they are masked otherwise
  ElsewhereWords(Session session, boolean showValues) {
    this.session = session;
    this.showValues = showValues;
  }

  ElsewhereJson json(String profile, List<Point> points, int damagedTicks) {
    return new ElsewhereJson(profile, points.stream().map(this::json).toList(), damagedTicks);
  }

  private PointJson json(Point point) {
    return new PointJson(
        point.todo().word(),
        point.id().insurance(),
        value("name", point.person().name()),
        value("idNumber", point.person().idNumber()),
        point.unit().creditCode(),
        point.since().toString(),
        point.id().declaration().toString(),
        point.id().row(),
        point.tick().map(tick -> tick.on().toString()).orElse(null),
        point.tick().flatMap(Tick::note).map(note -> value("note", note)).orElse(null));
  }

  /// The open points as a table.
  void print(List<Point> points, int damagedTicks) {
    if (!points.isEmpty()) {
      Table table = new Table();
      table.row(session.texts().get("cli.elsewhere.head").split("\\|"));
      for (Point point : points) {
        table.row(
            session.texts().get("elsewhere." + point.todo().word()),
            point.id().insurance(),
            value("name", point.person().name()),
            value("idNumber", point.person().idNumber()),
            point.unit().name(),
            point.since().toString(),
            point.id().declaration().toString());
      }
      table.lines().forEach(session.output()::line);
    }
    if (damagedTicks > 0) {
      session.say("cli.elsewhere.damaged", damagedTicks);
    }
    if (points.isEmpty()) {
      session.say("cli.elsewhere.none");
    } else {
      session.say("cli.elsewhere.open", points.size(), session.command());
    }
  }

  /// What became of the points that somebody named.
  void printChanged(List<Point> points) {
    if (points.isEmpty()) {
      session.say("cli.elsewhere.nothing");
    }
    for (Point point : points) {
      String todo = session.texts().get("elsewhere." + point.todo().word());
      String name = value("name", point.person().name());
      String insurance = point.id().insurance();
      point
          .tick()
          .ifPresentOrElse(
              tick ->
                  session.say(
                      "cli.elsewhere.done",
                      name,
                      insurance,
                      todo,
                      tick.on().toString(),
                      tick.note().map(note -> value("note", note)).orElse("")),
              () -> session.say("cli.elsewhere.undone", name, insurance, todo));
    }
  }

  private String value(String field, String value) {
    return showValues ? value : session.texts().mask(field, value);
  }
}
