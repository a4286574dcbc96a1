package org.certassist.core.reconcile;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Is somebody charged for other insurances than was filed, where it is not work injury alone?
///
/// Only those are compared that the list charges anybody for: one of pensions alone says nothing of
/// the others.
final class OtherInsurancesQuestion implements Question {
  private final Set<Insurance> listed = EnumSet.noneOf(Insurance.class);

  OtherInsurancesQuestion(List<Charge> charges) {
    charges.forEach(charge -> listed.addAll(charge.insurances()));
  }

  @Override
  public Optional<Difference> ask(PersonMonth person) {
    return person
        .insured()
        .filter(filed -> filed.cover() != Filed.Cover.NOT_KNOWN)
        .flatMap(filed ->
            person
                .charged()
                .filter(charge -> isOther(filed.cover(), charge))
                .map(charge ->
                    new Difference.OtherInsurances(
                        filed.person(), filed.declaration(), charge.line())));
  }

  private boolean isOther(Filed.Cover cover, Charge charge) {
    boolean askedAlready = cover == Filed.Cover.ALL && charge.isWorkInjuryOnly();
    return !charge.insurances().isEmpty()
        && !askedAlready
        && !charge.insurances().equals(expected(cover));
  }

  private Set<Insurance> expected(Filed.Cover cover) {
    Set<Insurance> expected =
        switch (cover) {
          case ALL -> EnumSet.allOf(Insurance.class);
          case WORK_INJURY -> EnumSet.of(Insurance.WORK_INJURY);
          case NOT_KNOWN -> EnumSet.noneOf(Insurance.class);
        };
    expected.retainAll(listed);
    return expected;
  }
}
