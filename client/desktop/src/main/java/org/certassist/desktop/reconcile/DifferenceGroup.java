package org.certassist.desktop.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.archive.Archive;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.reconcile.Difference;
import org.certassist.core.reconcile.Person;

/// The people for whom the same is wrong.
///
/// @param id of the kind of difference, as words know it
record DifferenceGroup(String id, boolean isWrong, List<Line> people) {
  DifferenceGroup {
    people = List.copyOf(people);
  }

  /// One person.
  ///
  /// @param line in the portal's list; empty where she is not in it
  /// @param filing the declaration that says otherwise
  record Line(
      Person person,
      Optional<Integer> line,
      Optional<BigDecimal> filed,
      Optional<BigDecimal> charged,
      Optional<Content> filing) {}

  /// In the order of the differences.
  static List<DifferenceGroup> of(List<Difference> differences, Archive archive)
      throws ArchiveException {
    Map<DeclarationId, Optional<Content>> filings = new LinkedHashMap<>();
    Map<String, List<Line>> people = new LinkedHashMap<>();
    Map<String, Boolean> wrong = new LinkedHashMap<>();
    for (Difference difference : differences) {
      Optional<DeclarationId> id = declaration(difference);
      if (id.isPresent() && !filings.containsKey(id.get())) {
        filings.put(id.get(), archive.find(id.get()).map(history -> history.content()));
      }
      people
          .computeIfAbsent(difference.id(), _ -> new ArrayList<>())
          .add(line(difference, id.flatMap(its -> filings.getOrDefault(its, Optional.empty()))));
      wrong.put(difference.id(), difference.isWrong());
    }
    return people.entrySet().stream()
        .map(entry ->
            new DifferenceGroup(
                entry.getKey(), wrong.getOrDefault(entry.getKey(), true), entry.getValue()))
        .toList();
  }

  private static Optional<DeclarationId> declaration(Difference difference) {
    return switch (difference) {
      case Difference.Missing missing -> Optional.of(missing.declaration());
      case Difference.StillCharged still -> Optional.of(still.declaration());
      case Difference.WorkInjuryOnly only -> Optional.of(only.declaration());
      case Difference.OtherInsurances other -> Optional.of(other.declaration());
      case Difference.OtherBase other -> Optional.of(other.declaration());
      case Difference.NeverFiled _ -> Optional.empty();
    };
  }

  private static Line line(Difference difference, Optional<Content> filing) {
    return switch (difference) {
      case Difference.Missing missing -> line(missing.person(), Optional.empty(), filing);
      case Difference.StillCharged still -> line(still.person(), Optional.of(still.line()), filing);
      case Difference.WorkInjuryOnly only -> line(only.person(), Optional.of(only.line()), filing);
      case Difference.OtherInsurances other ->
          line(other.person(), Optional.of(other.line()), filing);
      case Difference.NeverFiled never -> line(never.person(), Optional.of(never.line()), filing);
      case Difference.OtherBase other ->
          new Line(
              other.person(),
              Optional.of(other.line()),
              Optional.of(other.filed()),
              Optional.of(other.charged()),
              filing);
    };
  }

  private static Line line(Person person, Optional<Integer> line, Optional<Content> filing) {
    return new Line(person, line, Optional.empty(), Optional.empty(), filing);
  }

  /// Whether bases stand against each other.
  boolean hasBases() {
    return people.stream().anyMatch(line -> line.charged().isPresent());
  }
}
