package org.certassist.desktop.calendar;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.archive.History;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.key.KeyState;
import org.certassist.texts.Mask;

/// What comes due in a region at one moment, the most urgent first.
final class Reminders {
  private Reminders() {}

  static List<Reminder> of(
      Profile profile, FilingOutlook outlook, KeyState keys, List<History> histories) {
    List<Reminder> due = new ArrayList<>();
    if (outlook.closesSoon()) {
      outlook.left().map(Reminder.ClosesSoon::new).ifPresent(due::add);
    }
    if (outlook.opening() == FilingCalendar.Opening.IN_WINDOWS && !outlook.isOpen()) {
      due.add(new Reminder.Closed(outlook.window().firstDay()));
    }
    List<History> here =
        histories.stream()
            .filter(history -> history.content().profile().equals(profile.id()))
            .toList();
    int unknown = (int) here.stream().filter(Reminders::isNotYetKnown).count();
    if (unknown > 0) {
      due.add(new Reminder.NotYetKnown(unknown));
    }
    List<YearMonth> waiting = waiting(here);
    YearMonth month = outlook.window().settlementMonth();
    List<YearMonth> late = waiting.stream().filter(each -> each.isBefore(month)).toList();
    late.stream()
        .max(Comparator.naturalOrder())
        .ifPresent(latest -> due.add(new Reminder.TooLate(late.size(), latest)));
    if (waiting.size() > late.size()) {
      due.add(new Reminder.StillToFile(waiting.size() - late.size(), outlook.closesSoon()));
    }
    certificates(keys)
        .filter(facts -> outlook.endsBeforeNextIsOver(facts.notAfter()))
        .map(facts ->
            new Reminder.CertificateEnds(
                Mask.of(facts).title(),
                ShanghaiTime.of(facts.notAfter()).toLocalDate(),
                outlook.next().lastDay()))
        .forEach(due::add);
    return due;
  }

  /// It may be filed already.
  private static boolean isNotYetKnown(History history) {
    return history.stage().waits() && !history.stage().mayBeWithdrawn();
  }

  /// The settlement months of everything that is still to be sent or handed in.
  private static List<YearMonth> waiting(List<History> histories) {
    return histories.stream()
        .filter(history -> history.stage().mayBeWithdrawn())
        .map(history -> history.content().settlementMonth())
        .toList();
  }

  private static Stream<CertificateFacts> certificates(KeyState keys) {
    return keys instanceof KeyState.Looked looked
        ? looked.overview().keys().stream()
            .flatMap(key -> key.certificates().stream())
            .filter(SeenCertificate::canSign)
            .flatMap(seen -> seen.facts().stream())
        : Stream.empty();
  }
}
