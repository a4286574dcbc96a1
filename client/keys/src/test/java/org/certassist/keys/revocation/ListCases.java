package org.certassist.keys.revocation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The table of lists that a careful validator must tell apart: the sections of NIST's Public Key
/// Interoperability Test Suite about revocation, asked with lists of our own.
final class ListCases {
  static final List<String> SECTIONS = List.of("4.4", "4.5", "4.14", "4.15");

  private ListCases() {}

  static List<ListCase> all() {
    return Stream.of(new BasicListCases(), new PointCases(), new DeltaCases())
        .flatMap(table -> table.all().stream())
        .sorted(Comparator.comparingInt(one -> SECTIONS.indexOf(one.section())))
        .toList();
  }
}
