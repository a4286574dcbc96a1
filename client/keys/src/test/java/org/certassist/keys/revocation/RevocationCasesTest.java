package org.certassist.keys.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.certassist.core.certificate.Revocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every list of [ListCases] and every answer of [AnswerCases] gets its word: own cases to NIST
/// PKITS 4.4, 4.5, 4.14 and 4.15.
@Timeout(120)
class RevocationCasesTest {
  /// Where we conclude something else than a careful validator, on purpose.
  private static final Map<String, Duty> OTHERWISE =
      Map.of(
          // a profile's days of grace: a CA's dead server must not stop a filing
          "4.4 the next list was due three days ago", Duty.GOOD,
          // what was revoked stays revoked
          "4.4 revoked by a list of long ago", Duty.REVOKED);

  static List<ListCase> lists() {
    return ListCases.all();
  }

  static List<AnswerCase> answers() {
    return AnswerCases.all();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyListGetsItsWord(ListCase one) throws Exception {
    assertThat(Duty.words(one.ours())).isEqualTo(one.expected());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyAnswerGetsItsWord(AnswerCase one) throws Exception {
    assertThat(Duty.words(one.ours())).isEqualTo(one.expected());
  }

  @Test
  void weConcludeWhatACarefulValidatorMustUnlessThereIsAReason() throws Exception {
    Map<String, Duty> otherwise = new TreeMap<>();
    for (ListCase one : lists()) {
      note(otherwise, one.toString(), one.duty(), one.ours());
    }
    for (AnswerCase one : answers()) {
      note(otherwise, one.toString(), one.duty(), one.ours());
    }
    assertThat(otherwise).isEqualTo(OTHERWISE);
  }

  private static void note(Map<String, Duty> otherwise, String title, Duty duty, Revocation ours) {
    if (Duty.of(ours) != duty) {
      otherwise.put(title, Duty.of(ours));
    }
  }

  @Test
  void everySectionHasEveryDuty() {
    Map<String, List<Duty>> duties =
        lists().stream()
            .collect(
                Collectors.groupingBy(
                    ListCase::section, Collectors.mapping(ListCase::duty, Collectors.toList())));
    assertThat(duties.keySet()).containsExactlyInAnyOrderElementsOf(ListCases.SECTIONS);
    assertThat(duties.values()).allSatisfy(all -> assertThat(all).contains(Duty.values()));
  }

  @Test
  void noTwoCasesHaveOneName() {
    assertThat(lists().stream().map(ListCase::toString)).doesNotHaveDuplicates();
    assertThat(answers().stream().map(AnswerCase::toString)).doesNotHaveDuplicates();
  }
}
