package org.certassist.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.reconcile.Filed.Cover;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherInsurancesQuestionTest {
  private static final Person ZHAO = new Person("赵敏", "320509199201010024");
  private static final Person LI = new Person("李小芳", "320509199003070026");
  private static final DeclarationId DECLARATION = DeclarationId.random();

  @ParameterizedTest
  @CsvSource({
    // all three are charged to somebody
    "ALL, PENSION UNEMPLOYMENT WORK_INJURY, PENSION UNEMPLOYMENT WORK_INJURY, false",
    "ALL, PENSION UNEMPLOYMENT WORK_INJURY, PENSION WORK_INJURY, true",
    "ALL, PENSION UNEMPLOYMENT WORK_INJURY, PENSION UNEMPLOYMENT, true",
    "WORK_INJURY, PENSION UNEMPLOYMENT WORK_INJURY, WORK_INJURY, false",
    "WORK_INJURY, PENSION UNEMPLOYMENT WORK_INJURY, PENSION UNEMPLOYMENT WORK_INJURY, true",
    // asked by the question on work injury
    "ALL, PENSION UNEMPLOYMENT WORK_INJURY, WORK_INJURY, false",
    // the list is of some only
    "ALL, PENSION, PENSION, false",
    "WORK_INJURY, PENSION, PENSION, true",
    // nobody knows
    "ALL, PENSION, , false",
    "NOT_KNOWN, PENSION UNEMPLOYMENT WORK_INJURY, PENSION, false",
  })
  void whatIsChargedIsHeldAgainstWhatWasFiled(
      Cover filed, String listed, String charged, boolean other) {
    Charge theirs = new Charge(ZHAO, insurances(charged), List.of(), 3);
    List<Charge> charges = List.of(new Charge(LI, insurances(listed), List.of(), 2), theirs);

    Optional<Difference> difference =
        new OtherInsurancesQuestion(charges)
            .ask(
                new PersonMonth(
                    Optional.of(new Filed.Insured(ZHAO, DECLARATION, filed, Optional.empty())),
                    Optional.of(theirs)));

    assertThat(difference)
        .isEqualTo(
            other
                ? Optional.of(new Difference.OtherInsurances(ZHAO, DECLARATION, 3))
                : Optional.empty());
  }

  private static Set<Insurance> insurances(String names) {
    return names == null
        ? Set.of()
        : Set.copyOf(List.of(names.split(" ")).stream().map(Insurance::valueOf).toList());
  }
}
