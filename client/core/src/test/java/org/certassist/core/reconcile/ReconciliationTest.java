package org.certassist.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.certassist.core.declaration.DeclarationId;
import org.junit.jupiter.api.Test;

/// When a charge is said to agree, and when not.
class ReconciliationTest {
  private static final Person ZHAO = new Person("赵敏", "320509199201010024");
  private static final List<Difference> NONE = List.of();
  private static final List<Difference> NEVER_FILED = List.of(new Difference.NeverFiled(ZHAO, 2));
  private static final List<Difference> OTHER_BASE =
      List.of(
          new Difference.OtherBase(
              ZHAO, DeclarationId.random(), 2, new BigDecimal("5000"), new BigDecimal("4879")));

  private static Verdict verdict(int filed, int notCompared, List<Difference> differences) {
    return new Reconciliation(filed, 1, notCompared, differences).verdict();
  }

  @Test
  void agreementIsSaidOnlyWhereEverythingWasComparedWithSomething() {
    assertThat(verdict(1, 0, NONE)).isEqualTo(Verdict.AGREES);
    assertThat(verdict(1, 0, NEVER_FILED)).isEqualTo(Verdict.AGREES);
    assertThat(verdict(1, 2, NONE)).isEqualTo(Verdict.NOT_ALL_COMPARED);
    assertThat(verdict(1, 2, OTHER_BASE)).isEqualTo(Verdict.DIFFERS);
    assertThat(verdict(0, 0, NEVER_FILED)).isEqualTo(Verdict.NOTHING_FILED);
  }
}
