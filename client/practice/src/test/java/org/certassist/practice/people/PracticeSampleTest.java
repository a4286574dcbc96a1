package org.certassist.practice.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PracticeSampleTest {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void eachSampleHasFreshPersonsAndExactlyOneWhomThePortalRefuses() {
    PracticeSample first = PracticeSample.enrolment(20, TODAY, new Random());
    PracticeSample second = PracticeSample.enrolment(20, TODAY, new Random());
    Set<String> numbers = new HashSet<>();
    first.rows().forEach(row -> numbers.add(row.get("idNumber")));

    assertThat(first.rows()).hasSize(21);
    assertThat(numbers).hasSize(21);
    String refused = Population.load().with(PracticePerson.Trait.UNKNOWN).idNumber();
    assertThat(first.rows().get(first.refused())).containsEntry("idNumber", refused);
    assertThat(second.rows())
        .filteredOn(row -> numbers.contains(row.get("idNumber")))
        .extracting(row -> row.get("idNumber"))
        .containsExactly(refused);
    assertThat(numbers).allMatch(number -> IdNumber.isValid(number, TODAY));
  }

  @Test
  void everyPersonOfTheRegisterHasAValidNumberOfARegionThatIsNone() {
    assertThat(Population.load().persons())
        .hasSize(PracticePerson.Trait.values().length)
        .allMatch(person -> IdNumber.isValid(person.idNumber(), TODAY))
        .allMatch(person -> person.idNumber().startsWith(PracticeSample.REGION));
  }
}
