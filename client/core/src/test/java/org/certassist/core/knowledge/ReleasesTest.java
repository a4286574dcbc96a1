package org.certassist.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import org.certassist.core.diagnosis.Pc.NewerProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs held against the releases that are known.
class ReleasesTest {
  private static final Releases KNOWN = new Releases(Version.parse("1.10.2"), Version.parse("1.9"));

  @ParameterizedTest
  @CsvSource({
    "1.10.1, false",
    "1.9.0, false",
    "1.9, false",
    "1.8.9, true",
    "1.2.11, true",
    "0.1.0, true"
  })
  void anOlderProgramIsToldOfTheNewest(String running, boolean needed) {
    assertThat(KNOWN.than(running)).contains(new NewerProgram("1.10.2", needed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10.2", "1.11.0", "2.0", "?", "", "next"})
  void othersAreNot(String running) {
    assertThat(KNOWN.than(running)).isEqualTo(Optional.empty());
  }

  @Test
  void theLeastIsNotAfterTheNewest() {
    assertThatThrownBy(() -> new Releases(Version.parse("1.9"), Version.parse("1.10")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
