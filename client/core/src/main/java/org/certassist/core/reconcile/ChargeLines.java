package org.certassist.core.reconcile;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.certassist.core.listing.Headers;
import org.certassist.core.listing.Listing;

/// Gathers what the lines of one person say.
final class ChargeLines {
  private final Person person;
  private final int first;
  private final Set<Insurance> insurances = EnumSet.noneOf(Insurance.class);
  private final Set<BigDecimal> bases = new LinkedHashSet<>();

  /// Work injury may have a base of its own, which counts only where there is no other.
  private final Set<BigDecimal> workInjuryBases = new LinkedHashSet<>();

  ChargeLines(Person person, int first) {
    this.person = person;
    this.first = first;
  }

  void add(Listing.Line line, Headers<ChargeColumn> headers, InsuranceColumns columns) {
    String word = headers.text(line, ChargeColumn.INSURANCE);
    List<Insurance> named =
        Arrays.stream(Insurance.values()).filter(each -> word.contains(each.word())).toList();
    insurances.addAll(named);
    insurances.addAll(columns.charged(line));
    Amount.of(headers.text(line, ChargeColumn.BASE))
        .filter(_ -> word.isEmpty() || !named.isEmpty())
        .ifPresent(base -> add(base, named.equals(List.of(Insurance.WORK_INJURY))));
    columns.bases(line).forEach((insurance, base) -> add(base, insurance == Insurance.WORK_INJURY));
  }

  private void add(BigDecimal base, boolean workInjury) {
    (workInjury ? workInjuryBases : bases).add(base);
  }

  Charge charge() {
    return new Charge(
        person, insurances, List.copyOf(bases.isEmpty() ? workInjuryBases : bases), first);
  }
}
