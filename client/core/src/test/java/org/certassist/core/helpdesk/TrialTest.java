package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.certassist.core.helpdesk.Trial.Outcome;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Said HIDDEN = Said.Told.of(Said.Word.HIDDEN);

  @Test
  void whatIsMadeIsOneWordWhereItAgrees() {
    Trial trial = Trial.ofMade("redactor", Said.Word.HIDDEN, "id-1", "id-1");

    assertThat(trial)
        .isEqualTo(new Trial("redactor", Outcome.OK, List.of(HIDDEN), List.of(HIDDEN)));
  }

  @Test
  void whereItDiffersBothAreToldAsTheyAre() {
    Trial trial = Trial.ofMade("redactor", Said.Word.HIDDEN, "id-1", "110105");

    assertThat(trial.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(trial.expected()).containsExactly(new Said.Value("id-1"));
    assertThat(trial.found()).containsExactly(new Said.Value("110105"));
  }

  @Test
  void withoutASecondSourceNothingIsExpected() {
    assertThat(Trial.alone("usb", HIDDEN))
        .isEqualTo(new Trial("usb", Outcome.NO_SECOND_SOURCE, List.of(), List.of(HIDDEN)));
  }
}
