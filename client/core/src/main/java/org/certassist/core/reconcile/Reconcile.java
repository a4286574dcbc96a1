package org.certassist.core.reconcile;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Unit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;

/// Holds a month's charge against what the archive says was filed.
public final class Reconcile {
  private final Archive archive;

  public Reconcile(Archive archive) {
    this.archive = archive;
  }

  /// @param profile the id of the region's profile
  /// @param unit a credit code; may be left out where the archive knows one unit only
  /// @throws FaultException `archive.damaged`, since who is in what does not open would look as if
  ///   never filed; `usage.whichUnit` (the credit codes)
  public Reconciliation reconcile(
      String profile, Optional<String> unit, YearMonth month, ChargeList list)
      throws FaultException {
    List<History> histories =
        of(profile, archive.all()).reversed().stream()
            .filter(history -> unit.map(history.content().unit().creditCode()::equals).orElse(true))
            .toList();
    refuseSeveralUnits(histories);
    List<Filed> filed = FiledPeople.upTo(month, histories);
    List<PersonMonth> people = people(filed, list.charges());
    return new Reconciliation(
        filed.size(),
        list.charges().size(),
        list.illegible().size(),
        questions(list.charges()).stream()
            .flatMap(question -> people.stream().map(question::ask).flatMap(Optional::stream))
            .toList());
  }

  /// In the order in which differences are shown.
  private static List<Question> questions(List<Charge> charges) {
    return List.of(
        new MissingQuestion(),
        new StillChargedQuestion(),
        new WorkInjuryOnlyQuestion(),
        new OtherInsurancesQuestion(charges),
        new OtherBaseQuestion(),
        new NeverFiledQuestion());
  }

  /// The units that were filed for, the latest first, each as it was named then.
  public List<Unit> units(String profile) throws ArchiveException {
    Map<String, Unit> units = new LinkedHashMap<>();
    of(profile, archive.all())
        .forEach(history ->
            units.putIfAbsent(history.content().unit().creditCode(), history.content().unit()));
    return List.copyOf(units.values());
  }

  private static List<History> of(String profile, List<History> all) {
    return all.stream().filter(history -> history.content().profile().equals(profile)).toList();
  }

  private static void refuseSeveralUnits(List<History> histories) throws FaultException {
    List<String> units =
        histories.stream()
            .map(history -> history.content().unit().creditCode())
            .distinct()
            .sorted()
            .toList();
    if (units.size() > 1) {
      throw new FaultException(UsageFault.of("usage.whichUnit", String.join(", ", units)));
    }
  }

  private static List<PersonMonth> people(List<Filed> filed, List<Charge> charges) {
    Map<String, Charge> charged =
        charges.stream()
            .collect(
                Collectors.toMap(
                    charge -> charge.person().idNumber(),
                    Function.identity(),
                    (first, _) -> first,
                    LinkedHashMap::new));
    Map<String, Filed> known =
        filed.stream()
            .collect(Collectors.toMap(one -> one.person().idNumber(), Function.identity()));
    Stream<PersonMonth> asFiled =
        filed.stream()
            .map(one ->
                new PersonMonth(
                    Optional.of(one), Optional.ofNullable(charged.get(one.person().idNumber()))));
    Stream<PersonMonth> onlyCharged =
        charged.values().stream()
            .filter(charge -> !known.containsKey(charge.person().idNumber()))
            .map(charge -> new PersonMonth(Optional.empty(), Optional.of(charge)));
    return Stream.concat(asFiled, onlyCharged).toList();
  }
}
