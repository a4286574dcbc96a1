package org.certassist.core.filing;

import java.time.LocalDate;
import java.util.Optional;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.time.ShanghaiTime;

/// Keeps the clerk's word that she uploaded an exported declaration or brought it to the counter;
/// said again, the later word counts, since numbers often come days later.
public final class HandInDeclaration {
  private static final int LONGEST_NUMBER = 64;

  private final Archive archive;
  private final ShanghaiTime time;

  public HandInDeclaration(Archive archive, ShanghaiTime time) {
    this.archive = archive;
    this.time = time;
  }

  /// @param on the day; where she names none, the one she named before, else today
  /// @param number what she was given for it; where she names none, the one she named before, and a
  ///   blank one takes that back
  /// @throws FaultException `usage.unknownDeclaration`; `usage.notExported` (id) when it was never
  ///   exported, or is over; `usage.handedInDay` (day, first possible, last possible);
  ///   `usage.handedInNumber` (longest)
  public History handIn(DeclarationId id, Optional<LocalDate> on, Optional<String> number)
      throws FaultException {
    History history =
        archive
            .find(id)
            .orElseThrow(
                () -> new FaultException(UsageFault.of("usage.unknownDeclaration", id.toString())));
    if (!history.stage().mayBeFollowedBy(Stage.HANDED_IN)) {
      throw new FaultException(UsageFault.of("usage.notExported", id.toString()));
    }
    Optional<Step.HandedIn> before = history.last(Step.HandedIn.class);
    Step.HandedIn step =
        new Step.HandedIn(
            day(history, on.or(() -> before.map(Step.HandedIn::on))),
            number(number.or(() -> before.flatMap(Step.HandedIn::number))));
    archive.append(id, history.version(), step);
    return archive.find(id).orElseThrow();
  }

  private LocalDate day(History history, Optional<LocalDate> on) throws FaultException {
    LocalDate first = LocalDate.ofInstant(history.entries().getFirst().at(), ShanghaiTime.ZONE);
    LocalDate today = time.today();
    LocalDate day = on.orElse(today);
    if (day.isBefore(first) || day.isAfter(today)) {
      throw new FaultException(
          UsageFault.of("usage.handedInDay", day.toString(), first.toString(), today.toString()));
    }
    return day;
  }

  private static Optional<String> number(Optional<String> typed) throws FaultException {
    Optional<String> number = typed.map(String::strip).filter(text -> !text.isEmpty());
    if (number.filter(HandInDeclaration::isUnusable).isPresent()) {
      throw new FaultException(
          UsageFault.of("usage.handedInNumber", Integer.toString(LONGEST_NUMBER)));
    }
    return number;
  }

  private static boolean isUnusable(String number) {
    return number.length() > LONGEST_NUMBER || number.chars().anyMatch(Character::isISOControl);
  }
}
