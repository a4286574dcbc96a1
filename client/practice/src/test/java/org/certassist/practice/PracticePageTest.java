package org.certassist.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.people.Population;
import org.certassist.practice.people.PracticePerson;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// docs/practice.md names everybody and everything that can be provoked.
class PracticePageTest {
  private static String page() throws IOException {
    return Files.readString(Path.of("../../docs/practice.md"));
  }

  @ParameterizedTest
  @EnumSource(PracticePerson.Trait.class)
  void everyPersonIsOnThePage(PracticePerson.Trait trait) throws IOException {
    PracticePerson person = Population.load().with(trait);
    assertThat(page()).contains("| " + person.name() + " | " + person.idNumber() + " |");
  }

  @ParameterizedTest
  @EnumSource(CertificateVariant.class)
  void everyCertificateIsOnThePage(CertificateVariant variant) throws IOException {
    assertThat(page()).contains("| `" + variant.word() + "` |");
    assertThat(page()).contains(PracticeUnit.PRACTICE.creditCode());
  }
}
