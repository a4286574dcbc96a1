package org.certassist.cli.command;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.certassist.cli.json.CalendarJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.Mask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist calendar`: is the region's filing window open, until when, which settlement month is
/// meant, and does a plugged-in key's certificate last until the next one is over.
@Command(name = "calendar")
final class CalendarCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @ParentCommand private CertassistCommand root;

  @Option(names = "--at", paramLabel = "TIME")
  private @Nullable String at;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      Profile profile = session.wiring().profile();
      FilingOutlook outlook =
          FilingOutlook.of(profile.calendar(), at == null ? session.wiring().time().now() : at(at));
      List<CertificateFacts> ending = ending(outlook, profile, session);
      if (json) {
        session.output().document(CalendarJson.of(profile.id(), outlook, ending));
      } else {
        print(outlook, profile, session);
        ending.forEach(facts ->
            session.say(
                "cli.calendar.certificateEnds",
                Mask.of(facts).title(),
                ShanghaiTime.of(facts.notAfter()).toLocalDate(),
                outlook.next().lastDay()));
      }
      return ExitCode.DONE.number();
    }
  }

  /// A day means its noon: on the days on which a window turns, the time of day has to be given.
  private static LocalDateTime at(String text) throws FaultException {
    try {
      return text.length() == "yyyy-MM-dd".length()
          ? LocalDate.parse(text).atTime(12, 0)
          : OffsetDateTime.parse(text).atZoneSameInstant(ShanghaiTime.ZONE).toLocalDateTime();
    } catch (DateTimeParseException notATime) {
      throw new FaultException(UsageFault.of("usage.notATime", text), notATime);
    }
  }

  private static List<CertificateFacts> ending(
      FilingOutlook outlook, Profile profile, Session session)
      throws FaultException, InterruptedException {
    return session.wiring().keyRing().look(profile).keys().stream()
        .flatMap(key -> key.certificates().stream())
        .filter(SeenCertificate::canSign)
        .flatMap(seen -> seen.facts().stream())
        .filter(facts -> outlook.endsBeforeNextIsOver(facts.notAfter()))
        .toList();
  }

  private static void print(FilingOutlook outlook, Profile profile, Session session) {
    session.say(
        "cli.calendar.now",
        session.texts().name(profile.name(), profile.nameEnglish()),
        outlook.now().format(MINUTES));
    switch (outlook.opening()) {
      case ALWAYS -> session.say("cli.calendar.always", outlook.window().settlementMonth());
      case NOT_KNOWN -> session.say("cli.calendar.notKnown", outlook.window().settlementMonth());
      case IN_WINDOWS -> {
        FilingCalendar.Window window = outlook.window();
        session.say(
            outlook.isOpen() ? "cli.calendar.open" : "cli.calendar.closed",
            window.settlementMonth(),
            window.opens().format(MINUTES),
            closes(window));
        outlook.left().ifPresent(left -> left(left, outlook.closesSoon(), session));
        session.say(
            "cli.calendar.next",
            outlook.next().settlementMonth(),
            outlook.next().opens().format(MINUTES),
            closes(outlook.next()));
        session.say("cli.calendar.source", profile.source().document(), profile.source().date());
      }
    }
  }

  private static void left(Duration left, boolean soon, Session session) {
    session.say(
        soon ? "cli.calendar.leftSoon" : "cli.calendar.left",
        left.toDays(),
        left.toHoursPart(),
        left.toMinutesPart());
  }

  /// Midnight is written as the bureaus do: the 6th 24:00, not the 7th 00:00.
  private static String closes(FilingCalendar.Window window) {
    return window.closes().toLocalTime().toSecondOfDay() == 0
        ? window.lastDay() + " 24:00"
        : window.closes().format(MINUTES);
  }
}
