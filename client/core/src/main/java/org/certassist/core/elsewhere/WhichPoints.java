package org.certassist.core.elsewhere;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;

/// Finds the points that somebody means who names a person and an insurance in a few words.
///
/// A person is named by the name, or by the end of the ID number, so that nobody has to write a
/// whole one where others can read it. No fault says who was asked for, since faults are logged.
public record WhichPoints(List<Point> points) {
  private static final int SHORTEST_END = 4;
  private static final String ALL = "all";

  public WhichPoints {
    points = List.copyOf(points);
  }

  /// @param unit a credit code; may be left out where the person is at one unit only
  /// @param person a name, or the last four or more characters of an ID number
  /// @param insurance a profile's word for it or part of one, such as 医疗; or `all`
  /// @throws FaultException `usage.noSuchPerson`; `usage.whichPerson` (how many, characters that
  ///   tell them apart); `usage.personInUnits` (the credit codes); `usage.unknownInsurance` (the
  ///   insurances there are)
  public List<Point> find(Optional<String> unit, String person, String insurance)
      throws FaultException {
    List<Point> found =
        points.stream()
            .filter(point -> unit.map(point.unit().creditCode()::equals).orElse(true))
            .filter(point -> isMeant(point, person.strip()))
            .toList();
    if (found.isEmpty()) {
      throw new FaultException(UsageFault.of("usage.noSuchPerson", Integer.toString(SHORTEST_END)));
    }
    refuseSeveralPeople(found);
    refuseSeveralUnits(found);
    List<Point> meant =
        found.stream()
            .filter(point ->
                insurance.equals(ALL) || point.id().insurance().contains(insurance.strip()))
            .toList();
    if (meant.isEmpty() || insurance.isBlank()) {
      throw new FaultException(
          UsageFault.of(
              "usage.unknownInsurance",
              String.join(
                  ", ", found.stream().map(point -> point.id().insurance()).distinct().toList())));
    }
    return meant;
  }

  private static boolean isMeant(Point point, String person) {
    return point.person().name().equals(person)
        || (person.length() >= SHORTEST_END
            && point.person().idNumber().endsWith(person.toUpperCase(Locale.ROOT)));
  }

  private static void refuseSeveralPeople(List<Point> found) throws FaultException {
    List<String> numbers =
        found.stream().map(point -> point.person().idNumber()).distinct().toList();
    if (numbers.size() > 1) {
      throw new FaultException(
          UsageFault.of(
              "usage.whichPerson",
              Integer.toString(numbers.size()),
              Integer.toString(tellingApart(numbers))));
    }
  }

  /// How many of their last characters no two of them share.
  private static int tellingApart(List<String> numbers) {
    int ending = SHORTEST_END;
    while (endings(numbers, ending) < numbers.size()) {
      ending++;
    }
    return ending;
  }

  private static long endings(List<String> numbers, int length) {
    return numbers.stream()
        .map(number -> number.substring(Math.max(0, number.length() - length)))
        .distinct()
        .count();
  }

  private static void refuseSeveralUnits(List<Point> found) throws FaultException {
    List<String> units =
        found.stream().map(point -> point.unit().creditCode()).distinct().sorted().toList();
    if (units.size() > 1) {
      throw new FaultException(UsageFault.of("usage.personInUnits", String.join(", ", units)));
    }
  }
}
